"""The bundled model's own subword vocabulary: byte-pair encoding over the corpus' sentences."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

SPECIAL = [
    "<pad>", "<eos>", "<bos>", "<unk>", "<|audio|>", "<|audio_begin|>", "<|audio_end|>", "<|blank|>",
    "<|auto|>", "<|en|>", "<|de|>", "<|fr|>", "<|es|>", "<|hi|>", "<|zh|>",
]  # fmt: skip
PAD, EOS, BOS, UNK, AUDIO, AUDIO_BEGIN, AUDIO_END, BLANK = range(8)
LANGUAGE = {code: SPECIAL.index(f"<|{code}|>") for code in ("auto", "en", "de", "fr", "es", "hi", "zh")}


def train(sentences: list[str], size: int) -> Tokenizer:
    """A vocabulary of ``size`` tokens. Punctuation stands alone, so that ``word`` and ``word.`` share their tokens."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Metaspace(), pre_tokenizers.Split(Regex("[,.?!]"), "isolated")]
    )
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=size, special_tokens=SPECIAL, show_progress=False)
    tokenizer.train_from_iterator(sentences, trainer)
    return tokenizer


def load(path: Path) -> Tokenizer:
    return Tokenizer.from_file(str(path))
