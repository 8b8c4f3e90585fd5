"""Find constants in the checkpoint and the Python source of a published adapter; the source is parsed, never run.

A constant has a dotted path, in lower case, and a value: ``config.canvas_length``, ``asrconfig.boa_id``,
``load.loraconfig.lora_alpha``. The README of this folder says why they are searched for.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCE_FILES = ("model.py", "inference.py", "audio.py")
MAX_LENGTH = 100_000  # of an evaluated string or list
_OPERATORS: dict[type[ast.operator], Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}


class NotConstantError(Exception):
    """An expression that cannot be evaluated without running the source."""


@dataclass(frozen=True)
class Constant:
    path: str
    """Dotted, lower case."""
    value: Any
    source: str
    """``checkpoint`` or ``FILE:LINE``."""


class SourceConstants:
    """The constants found so far, the checkpoint's first; ``find`` notes where sources contradict each other."""

    def __init__(self) -> None:
        self.constants: list[Constant] = []
        self.trees: dict[str, ast.Module] = {}
        self.contradictions: list[str] = []

    def add_config(self, tree: Any, path: str = "") -> None:
        """Add every plain value of a nested dictionary."""
        if isinstance(tree, Mapping):
            for key, value in tree.items():
                self.add_config(value, f"{path}.{key}" if path else str(key))
        elif path:
            self.constants.append(Constant(path.lower(), tree, "checkpoint"))

    def add_sources(self, folder: Path) -> list[str]:
        """Parse the adapter's source files and add their constants; returns a sentence for each that cannot be parsed."""
        failed = []
        for name in SOURCE_FILES:
            try:
                self.trees[name] = ast.parse((folder / name).read_text(encoding="utf-8"))
            except FileNotFoundError:
                continue
            except (OSError, SyntaxError, ValueError, RecursionError, MemoryError) as broken:
                failed.append(f"{name}: cannot be parsed ({broken})")
                continue
            self._visit(name, self.trees[name].body, "")
        return failed

    def find(
        self, *patterns: str, kind: type | tuple[type, ...] = object, sources: tuple[str, ...] = ("",)
    ) -> Constant | None:
        """Return a constant of a type whose path ends in one of ``patterns``; None where there is none.

        Args:
            patterns: regular expressions, the surest first.
            kind: type of the value; a bool counts as no number.
            sources: beginnings of the constants' ``source``; all by default.
        """
        for pattern in patterns:
            named = [
                constant
                for constant in self.constants
                if re.search(rf"(^|\.)({pattern})$", constant.path)
                and constant.value is not None
                and constant.source.startswith(sources)
            ]
            matches = [
                constant
                for constant in named
                if isinstance(constant.value, kind) and (kind is object or not isinstance(constant.value, bool))
            ]
            if not matches:
                continue
            chosen = matches[0]
            others = sorted({f"{item.value!r} ({item.source})" for item in matches if item.value != chosen.value})
            note = f"{chosen.path}: {chosen.value!r} ({chosen.source}) is taken, but there is also {', '.join(others)}"
            if others and chosen.source != "checkpoint" and note not in self.contradictions:
                self.contradictions.append(note)
            return chosen
        return None

    def strings(self) -> Iterator[Constant]:
        """Yield every constant that is a string."""
        return (constant for constant in self.constants if isinstance(constant.value, str))

    def evaluate(self, node: ast.AST, local: Mapping[str, Any] | None = None) -> Any:
        """Evaluate an expression of literals, earlier constants and arithmetic; raises ``NotConstantError`` for others."""
        match node:
            case ast.Constant():
                return node.value
            case ast.Name(id=name) | ast.Attribute(attr=name):
                if isinstance(node, ast.Name) and local and name in local:
                    return local[name]
                return self._evaluate_name(name.lower())
            case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
                return [self.evaluate(item, local) for item in items]
            case ast.Dict(keys=keys, values=values) if all(keys):
                return {
                    self.evaluate(k, local): self.evaluate(v, local)
                    for k, v in zip(keys, values, strict=True)
                    if k is not None
                }
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.evaluate(operand, local)
            case ast.JoinedStr(values=parts):
                return "".join(str(self.evaluate(part, local)) for part in parts)
            case ast.FormattedValue(value=inner, conversion=-1, format_spec=None):
                return self.evaluate(inner, local)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                a, b = self.evaluate(left, local), self.evaluate(right, local)
                return _apply_operator(op, a, b)
            case ast.Call(func=ast.Name(id="dict"), args=[], keywords=keywords):
                return {word.arg: self.evaluate(word.value, local) for word in keywords if word.arg}
            case ast.Call(func=ast.Name(id="field"), keywords=keywords):  # a dataclass field
                for word in keywords:
                    if word.arg == "default":
                        return self.evaluate(word.value, local)
                    if word.arg == "default_factory" and isinstance(word.value, ast.Lambda):
                        return self.evaluate(word.value.body, local)
        raise NotConstantError(type(node).__name__)

    def _evaluate_name(self, name: str) -> Any:
        """Return the value of a name: the checkpoint's, else the module's, else the one that all scopes agree on."""
        named = [constant for constant in self.constants if constant.path.rpartition(".")[2] == name]
        from_checkpoint = [constant for constant in named if constant.source == "checkpoint"]
        global_ones = [constant for constant in named if constant.path == name]
        preferred = from_checkpoint or global_ones
        if preferred:
            return preferred[0].value
        if not named or any(constant.value != named[0].value for constant in named):
            raise NotConstantError(name)
        return named[0].value

    def _add(self, file: str, path: str, node: ast.AST) -> None:
        """Add the value of an expression, if it is constant; of a dictionary, its values too."""
        try:
            value = self.evaluate(node)
        except NotConstantError:
            return
        source = f"{file}:{getattr(node, 'lineno', 0)}"
        if isinstance(value, dict):
            nested = SourceConstants()
            nested.add_config(value, path)
            self.constants += [Constant(constant.path, constant.value, source) for constant in nested.constants]
        self.constants.append(Constant(path.lower(), value, source))

    def _visit(self, file: str, body: list[ast.stmt], scope: str) -> None:
        """Add the constants of statements and of the scopes inside them; ``scope`` is the dotted prefix of their paths."""
        for statement in body:
            match statement:
                case ast.ClassDef(name=name):
                    self._visit(file, statement.body, f"{scope}{name}.")
                    continue
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    self._visit_defaults(file, statement.args, f"{scope}{name}.")
                    self._visit(file, statement.body, f"{scope}{name}.")
                    continue
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        self._visit_assignment(file, target, value, scope)
                case ast.AnnAssign(target=target, value=value) if value is not None:
                    self._visit_assignment(file, target, value, scope)
            for inner in ast.walk(statement) if not _has_body(statement) else _header_expressions(statement):
                if isinstance(inner, ast.Call):
                    self._visit_call(file, inner, scope)
            for name in ("body", "orelse", "finalbody"):
                if _has_body(statement):
                    self._visit(file, getattr(statement, name, []), scope)

    def _visit_assignment(self, file: str, target: ast.expr, value: ast.expr, scope: str) -> None:
        if isinstance(target, ast.Name | ast.Attribute):
            self._add(file, scope + (target.id if isinstance(target, ast.Name) else target.attr), value)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for element, element_value in zip(target.elts, value.elts, strict=True):
                self._visit_assignment(file, element, element_value, scope)

    def _visit_defaults(self, file: str, arguments: ast.arguments, scope: str) -> None:
        """Add the defaults of a function's parameters."""
        named = [*arguments.posonlyargs, *arguments.args]
        for argument, default in zip(named[len(named) - len(arguments.defaults) :], arguments.defaults, strict=True):
            self._add(file, scope + argument.arg, default)
        for argument, keyword_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            if keyword_default is not None:
                self._add(file, scope + argument.arg, keyword_default)

    def _visit_call(self, file: str, call: ast.Call, scope: str) -> None:
        """Add the defaults of ``add_argument``, ``get`` and ``getattr``, and the keyword arguments of other calls."""
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        keywords = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        first = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
        if name == "add_argument" and isinstance(first, str) and "default" in keywords:
            self._add(file, f"{scope}{first.lstrip('-').replace('-', '_')}", keywords["default"])
        elif name in ("get", "getattr") and len(call.args) >= 2:  # config.get("x", 1), getattr(config, "x", 1)
            key = call.args[-2]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                self._add(file, f"{scope}{key.value}", call.args[-1])
        else:
            for keyword, value in keywords.items():
                self._add(file, f"{scope}{name}.{keyword}", value)


def _apply_operator(op: ast.operator, a: Any, b: Any) -> Any:
    """Compute ``a op b``, with limits that keep a source from taking long or filling the memory."""
    lengths = [len(x) for x in (a, b) if isinstance(x, str | list)]
    repeats = [abs(x) for x in (a, b) if isinstance(x, int)] if lengths and isinstance(op, ast.Mult) else []
    if sum(lengths) * max(repeats, default=1) > MAX_LENGTH or any(
        isinstance(x, int) and x.bit_length() > 64 for x in (a, b)
    ):
        raise NotConstantError("too large")
    try:
        return _OPERATORS[type(op)](a, b)
    except (TypeError, ValueError, ArithmeticError) as impossible:
        raise NotConstantError(str(impossible)) from impossible


def _has_body(statement: ast.stmt) -> bool:
    return bool(getattr(statement, "body", None))


def _header_expressions(statement: ast.stmt) -> Iterator[ast.AST]:
    """Yield the expressions of a compound statement, without its bodies."""
    for _, value in ast.iter_fields(statement):
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, ast.expr | ast.withitem):
                yield from ast.walk(item)
