"""Finds an adapter's prompt in its constants and in its source, without running it.

A prompt is written in pieces: text that the tokenizer turns into ids, ids, and the place of the audio. Sources write it as a
list (``[bos] + tok.encode("...") + [AUDIO] * n + ...``), as text with a placeholder, or as two constants around the audio.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from tokenizers import Tokenizer

from .prompt import Prompt
from .source_constants import Constants, NotConstantError

AUDIO_MARKS = ("<|audio|>", "{audio}", "<audio>", "<AUDIO>", "[AUDIO]", "<audio_soft_token>")
BEFORE = (r"\w*(prefix|before|pre)_ids", r"(prompt|audio|user|text)_(prefix|before)", r"prefix_(text|prompt)")
AFTER = (r"\w*(suffix|after|post)_ids", r"(prompt|audio|user|text)_(suffix|after)", r"suffix_(text|prompt)")
INSTRUCTION = (r"\w*(user_prompt|instruction|prompt_text|asr_prompt|task_prompt|prompt)",)


class _Audio:
    """The place of the audio tokens."""


AUDIO = _Audio()
Piece = str | int | _Audio
ChatTemplate: TypeAlias = Callable[[list[Any], dict[str, Any]], str]
"""Renders messages, with the template's own options, as text."""


@dataclass(frozen=True)
class Marks:
    """Ids around and in the audio slots."""

    begin: int
    audio: int
    end: int


def find_prompt(
    constants: Constants, tokenizer: Tokenizer, marks: Marks, chat: ChatTemplate | None = None
) -> tuple[Prompt, list[str]]:
    """The prompt, and a sentence for each thing about it that had to be assumed."""
    reader = _Reader(constants, tokenizer, marks, chat)
    before, after = constants.find(*BEFORE), constants.find(*AFTER)
    if before is not None and after is not None and before.value and after.value:
        pieces = [*reader.loose(before.value), AUDIO, *reader.loose(after.value)]
        if (prompt := reader.prompt(pieces)) is not None:
            return prompt, []
    found = [prompt for pieces in reader.lists() if (prompt := reader.prompt(pieces)) is not None]
    if found:
        return max(found, key=lambda prompt: len(prompt.before) + len(prompt.after)), []
    for text in constants.texts():
        if text.value not in AUDIO_MARKS and (prompt := reader.prompt([text.value])) is not None:
            return prompt, []
    bos = tokenizer.token_to_id("<bos>")
    start: list[Piece] = [] if bos is None else [bos]
    instruction = constants.find(*INSTRUCTION)
    note = " (the source uses the chat template)" if reader.uses_chat_template() else ""
    if instruction is not None and isinstance(instruction.value, str) and instruction.value.strip():
        pieces = [*start, marks.begin, AUDIO, marks.end, instruction.value]
        said = f"prompt: the text {instruction.value!r} ({instruction.where}) is put behind the audio{note}"
    else:
        pieces = [*start, marks.begin, AUDIO, marks.end]
        said = f"prompt: found nowhere{note}; the audio stands alone between its begin and end tokens"
    prompt = reader.prompt(pieces)
    assert prompt is not None
    return prompt, [said]


class _Reader:
    """Turns expressions into pieces, and pieces into a prompt."""

    def __init__(self, constants: Constants, tokenizer: Tokenizer, marks: Marks, chat: ChatTemplate | None) -> None:
        self.constants, self.tokenizer, self.marks, self.chat = constants, tokenizer, marks, chat

    def prompt(self, pieces: list[Piece]) -> Prompt | None:
        """The prompt of pieces with one run of audio; None without one, or where the text has words the tokenizer lacks."""
        pieces = [part for piece in pieces for part in (self._split(piece) if isinstance(piece, str) else [piece])]
        places = [n for n, piece in enumerate(pieces) if piece is AUDIO or piece == self.marks.audio]
        if not places or places[-1] - places[0] != len(places) - 1:
            return None
        before, after = (self._ids(part) for part in (pieces[: places[0]], pieces[places[-1] + 1 :]))
        if self.marks.audio in (*before, *after):
            return None
        return Prompt(tuple(before), tuple(after), self.marks.audio)

    def _split(self, text: str) -> list[Piece]:
        """Text as pieces, its audio placeholders as places of audio."""
        for mark in (self.tokenizer.id_to_token(self.marks.audio), *AUDIO_MARKS):
            if mark and mark in text:
                head, _, tail = text.partition(mark)
                return [*([head] if head else []), AUDIO, *self._split(tail)]
        return [text] if text else []

    def _ids(self, pieces: list[Piece]) -> list[int]:
        ids: list[int] = []
        text = ""
        for piece in [*pieces, None]:
            if isinstance(piece, str):
                text += piece  # neighbouring texts are one text to a tokenizer
                continue
            ids += self.tokenizer.encode(text, add_special_tokens=False).ids if text else []
            text = ""
            if isinstance(piece, int):
                ids.append(piece)
        return ids

    def loose(self, value: Any) -> list[Piece]:
        """A constant as pieces: ids, text, or a list of both."""
        if isinstance(value, list | tuple):
            return [item for item in value if isinstance(item, int | str)]
        return [value] if isinstance(value, str | int) else []

    def uses_chat_template(self) -> bool:
        return any(
            isinstance(node, ast.Attribute) and node.attr == "apply_chat_template"
            for tree in self.constants.trees.values()
            for node in ast.walk(tree)
        )

    def lists(self) -> Iterator[list[Piece]]:
        """What the sources assign and return, as far as it can be told."""
        for tree in self.constants.trees.values():
            for scope in ast.walk(tree):
                if not isinstance(scope, ast.Module | ast.FunctionDef):
                    continue
                local: dict[str, list[Piece]] = {}
                self.assigned: dict[str, ast.expr] = {}
                for statement in _own_statements(scope):
                    values = [
                        node.value for node in [statement] if isinstance(node, ast.Assign | ast.Return) and node.value
                    ]
                    for value in values:
                        if isinstance(statement, ast.Assign):
                            self.assigned |= {t.id: value for t in statement.targets if isinstance(t, ast.Name)}
                        try:
                            pieces = self.pieces(value, local)
                        except NotConstantError:
                            continue
                        if isinstance(statement, ast.Assign):
                            local |= {target.id: pieces for target in statement.targets if isinstance(target, ast.Name)}
                        yield pieces

    def pieces(self, node: ast.expr, local: dict[str, list[Piece]]) -> list[Piece]:
        """An expression as pieces; raises ``NotConstantError``."""
        match node:
            case ast.Name(id=name) if name in local:
                return local[name]
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return [piece for item in items for piece in self.pieces(item, local)]
            case ast.Starred(value=value) | ast.Subscript(value=value, slice=ast.Constant()):
                return self.pieces(value, local)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.pieces(left, local) + self.pieces(right, local)
            case ast.BinOp(left=left, op=ast.Mult()):  # [AUDIO] * n, "<|audio|>" * n
                repeated = self.pieces(left, local)
                if len(repeated) == 1 and repeated[0] in (AUDIO, self.marks.audio, *AUDIO_MARKS):
                    return [AUDIO]
            case ast.JoinedStr(values=parts):
                return [piece for part in parts for piece in self.pieces(part, local)]
            case ast.FormattedValue(value=value):
                return self.pieces(value, local)
            case ast.Attribute(attr=attribute) if attribute in ("input_ids", "ids"):
                return self.pieces(node.value, local)
            case ast.Attribute(attr=attribute) if (
                attribute.endswith("_token_id") and self._special(attribute) is not None
            ):
                return [self._special(attribute)]  # type: ignore[list-item]
            case ast.Call(func=ast.Attribute(attr=called) | ast.Name(id=called), args=[first, *others]):
                return self._call(called.lower(), node, first, others, local)
        return self.loose_or_fail(self.constants.value(node))

    def loose_or_fail(self, value: Any) -> list[Piece]:
        pieces = self.loose(value)
        if (isinstance(value, list) and len(pieces) != len(value)) or not isinstance(value, list | str | int):
            raise NotConstantError(repr(value)[:40])
        return pieces

    def _call(
        self, called: str, call: ast.Call, first: ast.expr, others: list[ast.expr], local: dict[str, list[Piece]]
    ) -> list[Piece]:
        if called == "apply_chat_template" and self.chat is not None:
            return self._chat(call, first, local)
        if called in ("tensor", "list", "longtensor", "as_tensor", "tuple"):
            return self.pieces(first, local)
        if called in ("cat", "concat", "concatenate"):
            return self.pieces(first, local)
        if called == "full" and others and self.pieces(others[0], local) == [self.marks.audio]:
            return [AUDIO]
        if called == "convert_tokens_to_ids":
            token = self.constants.value(first)
            found = self.tokenizer.token_to_id(token) if isinstance(token, str) else None
            if found is not None:
                return [found]
        if called in ("encode", "tok", "tokenizer", "tokenize"):
            words = {word.arg: word.value for word in call.keywords}
            special = words.get("add_special_tokens")
            plain = isinstance(special, ast.Constant) and special.value is False
            bos = self.tokenizer.token_to_id("<bos>")
            text = self.pieces(first, local)
            return text if plain or bos is None else [bos, *text]
        raise NotConstantError(called)

    def _chat(self, call: ast.Call, messages: ast.expr, local: dict[str, list[Piece]]) -> list[Piece]:
        """``tok.apply_chat_template(messages, ...)`` as text."""
        assert self.chat is not None
        options = {}
        for word in call.keywords:
            if word.arg and word.arg not in ("tokenize", "return_tensors", "return_dict"):
                options[word.arg] = self.constants.value(word.value)
        try:
            return [self.chat(self._message(messages, local), options)]
        except NotConstantError:
            raise
        except Exception as unfit:  # a template is a program: it may fail in any way
            raise NotConstantError(str(unfit)) from unfit

    def _message(self, node: ast.expr, local: dict[str, list[Piece]]) -> Any:
        """Messages with the audio's place in their texts."""
        if isinstance(node, ast.Name) and (found := self.assigned.get(node.id)) is not None:
            node = found
        if isinstance(node, ast.List):
            return [self._message(item, local) for item in node.elts]
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            return {self.constants.value(key): self._message(value, local) for key, value in pairs if key is not None}
        audio = self.tokenizer.id_to_token(self.marks.audio)
        pieces = self.pieces(node, local)
        if any(isinstance(piece, int) for piece in pieces):
            raise NotConstantError("ids in a text")
        return "".join(piece if isinstance(piece, str) else str(audio) for piece in pieces)

    def _special(self, attribute: str) -> int | None:
        """``tok.bos_token_id`` and its kind."""
        return self.tokenizer.token_to_id(f"<{attribute.removesuffix('_token_id')}>")


def _own_statements(scope: ast.Module | ast.FunctionDef) -> Iterator[ast.stmt]:
    """The statements of a scope in order, those in loops and conditions too, those of inner functions and classes not."""
    for statement in scope.body:
        yield statement
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for name in ("body", "orelse", "finalbody"):
                yield from getattr(statement, name, [])
