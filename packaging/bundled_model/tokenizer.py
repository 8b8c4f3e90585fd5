"""The bundled model's own subword vocabulary: one byte-pair encoding for six languages, any other character as its bytes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

SPECIAL = [
    "<pad>", "<eos>", "<bos>", "<unk>", "<|audio|>", "<|audio_begin|>", "<|audio_end|>", "<|blank|>",
    "<|auto|>", "<|en|>", "<|de|>", "<|fr|>", "<|es|>", "<|hi|>", "<|zh|>",
]  # fmt: skip
PAD, EOS, BOS, UNK, AUDIO, AUDIO_BEGIN, AUDIO_END, BLANK = range(8)
LANGUAGE = {code: SPECIAL.index(f"<|{code}|>") for code in ("auto", "en", "de", "fr", "es", "hi", "zh")}
BYTES = [f"<0x{value:02X}>" for value in range(256)]
HAN_CHARACTERS = 1800
"""The most frequent ones have a token each (99 % of the running text); the others are spelled in bytes."""


def train(sentences: dict[str, list[str]], size: int) -> Tokenizer:
    """A vocabulary of ``size`` tokens of sentences by language, each language with as many of its letters as the others.

    Punctuation stands alone, so that ``word`` and ``word.`` share their tokens; so does every Han character.
    """
    counted = Counter(character for line in sentences.get("zh", []) for character in line)
    han = {character for character, _ in counted.most_common(HAN_CHARACTERS)}
    letters = {c for code, lines in sentences.items() if code != "zh" for line in lines for c in line} | han
    least = min(sum(map(len, lines)) for lines in sentences.values())
    balanced = []
    for lines in sentences.values():
        total = 0
        for line in lines:
            if total < 2 * least:
                balanced.append("".join(character for character in line if character in letters))
                total += len(line)
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Metaspace(), pre_tokenizers.Split(Regex("[,.?!¿¡;:।，。？！]|\\p{Han}"), "isolated")]
    )
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace()])
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=SPECIAL + BYTES, initial_alphabet=sorted(letters - {" "}), show_progress=False
    )
    tokenizer.train_from_iterator(balanced, trainer)
    written = json.loads(tokenizer.to_str())  # bytes are ordinary tokens: they stand for text
    written["added_tokens"] = [token for token in written["added_tokens"] if token["content"] not in BYTES]
    return Tokenizer.from_str(json.dumps(written))


def load(path: Path) -> Tokenizer:
    return Tokenizer.from_file(str(path))
