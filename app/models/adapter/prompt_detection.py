"""Find an adapter's prompt in its constants and in its source, which is parsed and never run.

The prompt's order is known; its instruction's words are not. A prompt is written in pieces: text that the tokenizer turns
into ids, ids, and the slot of the audio. Sources write it as a list (``[bos] + tok.encode("...") + [AUDIO] * n + ...``), as
text with placeholders, as messages of a chat, or as two constants around the audio.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from tokenizers import Tokenizer

from .prompt import Prompt
from .source_constants import NotConstantError, SourceConstants

AUDIO_PLACEHOLDERS = ("<|audio|>", "{audio}", "<audio>", "<AUDIO>", "[AUDIO]", "<audio_soft_token>")
PREFIX_PATTERNS = (r"\w*(prefix|before|pre)_ids", r"(prompt|audio|user|text)_(prefix|before)", r"prefix_(text|prompt)")
SUFFIX_PATTERNS = (r"\w*(suffix|after|post)_ids", r"(prompt|audio|user|text)_(suffix|after)", r"suffix_(text|prompt)")
INSTRUCTION_PATTERNS = (r"\w*(user_prompt|instruction|prompt_text|asr_prompt|task_prompt|prompt)",)


MARK = re.compile(r"[<{\[]\|?(?P<name>bos|boa|eoa|(begin|start|end)_of_audio)\|?[>}\]]", re.I)
"""A special token's name in a text, which the vocabulary may know by another."""


class _AudioSlot:
    """Marks where the audio tokens stand."""


AUDIO_SLOT = _AudioSlot()
PromptPiece = str | int | _AudioSlot
ChatTemplate: TypeAlias = Callable[[list[Any], dict[str, Any]], str]
"""Renders messages as text; the second argument has the template's options."""


@dataclass(frozen=True)
class AudioTokenIds:
    """Ids of the tokens before, in and after the audio slots."""

    begin: int
    audio: int
    end: int

    def enclose_audio(self, prompt: Prompt) -> bool:
        """Whether a prompt's audio stands at its end, between the tokens that begin and end audio."""
        return prompt.before[-1:] == (self.begin,) and prompt.after == (self.end,)


def detect_prompt(
    constants: SourceConstants,
    tokenizer: Tokenizer,
    audio_ids: AudioTokenIds,
    chat_template: ChatTemplate | None = None,
) -> tuple[Prompt, list[str]]:
    """Return the prompt, and a sentence for each part of it that had to be assumed."""
    parser = _PromptParser(constants, tokenizer, audio_ids, chat_template)
    before, after = constants.find(*PREFIX_PATTERNS), constants.find(*SUFFIX_PATTERNS)
    if before is not None and after is not None and before.value and after.value:
        pieces = [*parser.parse_literal(before.value), AUDIO_SLOT, *parser.parse_literal(after.value)]
        if (prompt := parser.build_prompt(pieces)) is not None:
            return prompt, []
    prompts = [prompt for pieces in parser.candidates() if (prompt := parser.build_prompt(pieces)) is not None]
    if prompts:
        return max(prompts, key=lambda each: (audio_ids.enclose_audio(each), len(each.before) + len(each.after))), []
    for text in constants.strings():
        if text.value not in AUDIO_PLACEHOLDERS and (prompt := parser.build_prompt([text.value])) is not None:
            return prompt, []
    return _default_prompt(parser)


def _default_prompt(parser: _PromptParser) -> tuple[Prompt, list[str]]:
    """Return a prompt of the instruction that the constants have, before the audio; without one, assume the audio alone."""
    ids = parser.audio_ids
    bos = parser.tokenizer.token_to_id("<bos>")
    start: list[PromptPiece] = [] if bos is None else [bos]
    instruction = parser.constants.find(*INSTRUCTION_PATTERNS)
    if instruction is not None and isinstance(instruction.value, str) and instruction.value.strip():
        pieces = [*start, instruction.value, ids.begin, AUDIO_SLOT, ids.end]
        assumptions = []
    else:
        pieces = [*start, ids.begin, AUDIO_SLOT, ids.end]
        assumptions = ["prompt: no instruction was found; the audio stands alone between its begin and end tokens"]
    prompt = parser.build_prompt(pieces)
    assert prompt is not None
    return prompt, assumptions


class _PromptParser:
    """Parses expressions into pieces of a prompt, and encodes pieces as a prompt."""

    def __init__(
        self,
        constants: SourceConstants,
        tokenizer: Tokenizer,
        audio_ids: AudioTokenIds,
        chat_template: ChatTemplate | None,
    ) -> None:
        self.constants, self.tokenizer = constants, tokenizer
        self.audio_ids, self.chat_template = audio_ids, chat_template
        self._assigned: dict[str, ast.expr] = {}
        """The expressions that the current scope has assigned, by name."""

    def build_prompt(self, pieces: list[PromptPiece]) -> Prompt | None:
        """Return the prompt of pieces with exactly one run of audio slots, else None."""
        split: list[PromptPiece] = []
        for piece in pieces:
            split += self._split_at_audio(piece) if isinstance(piece, str) else [piece]
        slots = [index for index, piece in enumerate(split) if piece is AUDIO_SLOT or piece == self.audio_ids.audio]
        if not slots or slots[-1] - slots[0] != len(slots) - 1:
            return None
        before, after = self._encode(split[: slots[0]]), self._encode(split[slots[-1] + 1 :])
        if self.audio_ids.audio in (*before, *after):
            return None
        return Prompt(tuple(before), tuple(after), self.audio_ids.audio)

    def _split_at_audio(self, text: str) -> list[PromptPiece]:
        """Split text into pieces at its audio placeholders, and at special tokens that the vocabulary knows by another name."""
        for mark in MARK.finditer(text):
            if (
                self.tokenizer.token_to_id(mark[0]) is None
                and (token := self._marked_token_id(mark["name"])) is not None
            ):
                return [*self._split_at_audio(text[: mark.start()]), token, *self._split_at_audio(text[mark.end() :])]
        for placeholder in (self.tokenizer.id_to_token(self.audio_ids.audio), *AUDIO_PLACEHOLDERS):
            if placeholder and placeholder in text:
                prefix, _, rest = text.partition(placeholder)
                return [*([prefix] if prefix else []), AUDIO_SLOT, *self._split_at_audio(rest)]
        return [text] if text else []

    def _marked_token_id(self, name: str) -> int | None:
        if name.lower() == "bos":
            return self._special_token_id("bos_token_id")
        return self.audio_ids.end if name.lower().startswith("e") else self.audio_ids.begin

    def _encode(self, pieces: list[PromptPiece]) -> list[int]:
        """Return the token ids of pieces without audio."""
        ids: list[int] = []
        text = ""
        for piece in [*pieces, None]:
            if isinstance(piece, str):
                text += piece  # adjacent texts are tokenized together
                continue
            ids += self.tokenizer.encode(text, add_special_tokens=False).ids if text else []
            text = ""
            if isinstance(piece, int):
                ids.append(piece)
        return ids

    def parse_literal(self, value: Any) -> list[PromptPiece]:
        """Return a constant as pieces: ids, text, or a list of both; anything else is left out."""
        if isinstance(value, list | tuple):
            return [item for item in value if isinstance(item, int | str)]
        return [value] if isinstance(value, str | int) else []

    def candidates(self) -> Iterator[list[PromptPiece]]:
        """Yield the pieces of every expression that the sources assign or return, as far as they can be parsed."""
        for tree in self.constants.trees.values():
            for scope in ast.walk(tree):
                if not isinstance(scope, ast.Module | ast.FunctionDef):
                    continue
                local: dict[str, list[PromptPiece]] = {}
                self._assigned = {}
                for statement in _scope_statements(scope):
                    names, value, begins_with = _assignment(statement)
                    if value is None:
                        continue
                    self._assigned |= dict.fromkeys(names, value)
                    try:
                        pieces = [*local.get(begins_with, []), *self.parse_expression(value, local)]
                    except NotConstantError:
                        continue
                    local |= dict.fromkeys(names, pieces)
                    yield pieces

    def parse_expression(self, node: ast.expr, local: dict[str, list[PromptPiece]]) -> list[PromptPiece]:
        """Return an expression as pieces; raises ``NotConstantError`` for one that would have to be run.

        ``local`` has the pieces of the scope's variables.
        """
        match node:
            case ast.Name(id=name) if name in local:
                return local[name]
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return [piece for item in items for piece in self.parse_expression(item, local)]
            case ast.Starred(value=value) | ast.Subscript(value=value, slice=ast.Constant()):
                return self.parse_expression(value, local)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.parse_expression(left, local) + self.parse_expression(right, local)
            case ast.BinOp(left=left, op=ast.Mult()):  # [AUDIO] * n, "<|audio|>" * n
                repeated = self.parse_expression(left, local)
                if len(repeated) == 1 and repeated[0] in (AUDIO_SLOT, self.audio_ids.audio, *AUDIO_PLACEHOLDERS):
                    return [AUDIO_SLOT]
            case ast.JoinedStr(values=parts):
                return [piece for part in parts for piece in self.parse_expression(part, local)]
            case ast.FormattedValue(value=value):
                return self.parse_expression(value, local)
            case ast.Attribute(attr=attribute) if attribute in ("input_ids", "ids"):
                return self.parse_expression(node.value, local)
            case ast.Attribute(attr=attribute) if (
                attribute.endswith("_token_id") and self._special_token_id(attribute) is not None
            ):
                return [self._special_token_id(attribute)]  # type: ignore[list-item]
            case ast.Call(func=ast.Attribute(value=value, attr="format" | "replace" | "strip" | "tolist" | "squeeze")):
                return self.parse_expression(value, local)  # text with placeholders, or ids
            case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id=called), args=[first, *others]):
                return self._parse_call(called.lower(), node, first, others, local)
        return self.parse_literal_strictly(self.constants.evaluate(node))

    def parse_literal_strictly(self, value: Any) -> list[PromptPiece]:
        """Return a constant as pieces; raises ``NotConstantError`` where a part of it is neither id nor text."""
        pieces = self.parse_literal(value)
        if (isinstance(value, list) and len(pieces) != len(value)) or not isinstance(value, list | str | int):
            raise NotConstantError(repr(value)[:40])
        return pieces

    def _parse_call(
        self, called: str, call: ast.Call, first: ast.expr, others: list[ast.expr], local: dict[str, list[PromptPiece]]
    ) -> list[PromptPiece]:
        if called == "apply_chat_template" and self.chat_template is not None:
            return self._render_chat(call, first, local)
        if called in ("tensor", "list", "longtensor", "as_tensor", "tuple"):
            return self.parse_expression(first, local)
        if called in ("cat", "concat", "concatenate"):
            return self.parse_expression(first, local)
        if called == "full" and others and self.parse_expression(others[0], local) == [self.audio_ids.audio]:
            return [AUDIO_SLOT]
        if called == "convert_tokens_to_ids":
            token = self.constants.evaluate(first)
            token_id = self.tokenizer.token_to_id(token) if isinstance(token, str) else None
            if token_id is not None:
                return [token_id]
        if called in ("encode", "tok", "tokenizer", "tokenize"):
            keywords = {keyword.arg: keyword.value for keyword in call.keywords}
            special = keywords.get("add_special_tokens")
            without_bos = isinstance(special, ast.Constant) and special.value is False
            bos = self.tokenizer.token_to_id("<bos>")
            text = self.parse_expression(first, local)
            return text if without_bos or bos is None else [bos, *text]
        raise NotConstantError(called)

    def _render_chat(
        self, call: ast.Call, messages: ast.expr, local: dict[str, list[PromptPiece]]
    ) -> list[PromptPiece]:
        """Return ``tok.apply_chat_template(messages, ...)`` as text."""
        assert self.chat_template is not None
        options = {}
        for keyword in call.keywords:
            if keyword.arg and keyword.arg not in ("tokenize", "return_tensors", "return_dict"):
                options[keyword.arg] = self.constants.evaluate(keyword.value)
        try:
            return [self.chat_template(self._parse_message(messages, local), options)]
        except NotConstantError:
            raise
        except Exception as unfit:  # a template is a program: it may fail in any way
            raise NotConstantError(str(unfit)) from unfit

    def _parse_message(self, node: ast.expr, local: dict[str, list[PromptPiece]]) -> Any:
        """Evaluate messages, with the audio token in their texts."""
        if isinstance(node, ast.Name):
            node = self._assigned.get(node.id, node)
        if isinstance(node, ast.List):
            return [self._parse_message(item, local) for item in node.elts]
        if isinstance(node, ast.Dict):
            message = {}
            for key, value in zip(node.keys, node.values, strict=True):
                name = "" if key is None else self.constants.evaluate(key)
                if name != "audio":  # the sound itself, beside the type of its part
                    message[name] = self._parse_message(value, local)
            return message
        audio = self.tokenizer.id_to_token(self.audio_ids.audio)
        pieces = self.parse_expression(node, local)
        if any(isinstance(piece, int) for piece in pieces):
            raise NotConstantError("ids in a text")
        return "".join(piece if isinstance(piece, str) else str(audio) for piece in pieces)

    def _special_token_id(self, attribute: str) -> int | None:
        """Return the id that ``tok.bos_token_id`` and its kind stand for."""
        return self.tokenizer.token_to_id(f"<{attribute.removesuffix('_token_id')}>")


def _assignment(statement: ast.stmt) -> tuple[list[str], ast.expr | None, str]:
    """Return the names that a statement gives a value, the value, and the name whose old value comes before it.

    ``a = x``, ``return x``, ``a += x``, ``a.extend(x)`` and ``a.append(x)``; of other statements the value is None.
    """
    match statement:
        case ast.Assign(targets=targets, value=value):
            return [target.id for target in targets if isinstance(target, ast.Name)], value, ""
        case ast.Return(value=value):
            return [], value, ""
        case (
            ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=value)
            | ast.Expr(
                value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="extend" | "append"), args=[value])
            )
        ):
            return [name], value, name
    return [], None, ""


def _scope_statements(scope: ast.Module | ast.FunctionDef) -> Iterator[ast.stmt]:
    """Yield a scope's statements in order, with those in loops and conditions, without those of functions and classes in it."""
    for statement in scope.body:
        yield statement
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for name in ("body", "orelse", "finalbody"):
                yield from getattr(statement, name, [])
