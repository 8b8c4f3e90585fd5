"""Standard streams: results alone on standard output, streams that are closed or full, names that are harmless on a terminal.

Nothing that happens to a stream ends in a traceback: what cannot be told on standard error is not told, and a result that
standard output does not take is an error that says so.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from tempfile import mkdtemp
from types import FrameType
from typing import Any, TextIO, cast

from app.errors import AnnealError, AudioError

STDIN = Path("-")
"""Stands for standard input among the files."""
COPIED_BYTES = 1 << 20
_TERMINATING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


class OutputError(AnnealError):
    """Standard output takes no more."""

    def __init__(self, error: Exception) -> None:
        reason = getattr(error, "strerror", None) or error
        super().__init__("The text could not be written to standard output.", "{reason}.", reason=reason)


def print_status(sentence: str) -> None:
    """Print a line on standard error at once, harmless on a terminal."""
    print(printable(sentence, keep="\n"), file=sys.stderr, flush=True)


def printable(text: object, keep: str = "") -> str:
    """Return a text with escapes in the place of what would drive a terminal or turn its letters around.

    That is control characters, line breaks, bidirectional and other invisible marks, and bytes of a name that are no text;
    those in ``keep`` stay, and so do the joiners that scripts and emoji are written with.
    """
    return "".join(
        letter if letter in keep or letter in "\u200c\u200d" or not _is_hidden(letter) else _escape(letter)
        for letter in str(text)
    )


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape", "surrogatepass").decode("ascii")


class _Stream:
    """A standard stream. Once it takes no more it is replaced by the null device, so that nothing fails at exit either."""

    def __init__(self, stream: TextIO, *, ignores: bool) -> None:
        """Where it takes no more, ``OutputError`` is raised, or ``BrokenPipeError`` if its reader left; or it is ignored."""
        self._stream, self._ignores = stream, ignores

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except UnicodeEncodeError:
            encoding = self._stream.encoding or "ascii"
            return self.write(text.encode(encoding, "backslashreplace").decode(encoding))
        except (OSError, ValueError) as error:
            self._fail(error)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except (OSError, ValueError) as error:
            self._fail(error)

    def _fail(self, error: OSError | ValueError) -> None:
        with suppress(OSError, ValueError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, self._stream.fileno())
            os.close(null)
        if not self._ignores:
            raise error if isinstance(error, BrokenPipeError) else OutputError(error) from error


@contextmanager
def safe_streams() -> Iterator[None]:
    """Open the standard streams that are closed, and make failures of the others harmless, while entered.

    Writing to standard output raises ``OutputError``, or ``BrokenPipeError`` where its reader has had enough; writing to
    standard error never fails. One that was closed gets its number back, so that no other file is taken for it.
    """
    with ExitStack() as stack:
        for number, flags, name in ((0, os.O_RDONLY, "stdin"), (1, os.O_RDONLY, "stdout"), (2, os.O_WRONLY, "stderr")):
            if getattr(sys, name) is None:  # standard output stays closed for writing
                setattr(sys, name, _reopen(number, flags))
                stack.callback(setattr, sys, name, None)
        stack.enter_context(redirect_stdout(cast(TextIO, _Stream(sys.stdout, ignores=False))))
        stack.enter_context(redirect_stderr(cast(TextIO, _Stream(sys.stderr, ignores=True))))
        yield


def _reopen(number: int, flags: int) -> TextIO:
    null = os.open(os.devnull, flags)
    try:
        os.fstat(number)
    except OSError:
        os.dup2(null, number)
    else:  # free again by now, or another file has the number
        number = number if null == number else os.dup(null)
    if null != number:
        os.close(null)
    mode = "r" if number == 0 else "w"
    return cast(TextIO, os.fdopen(number, mode, encoding="utf-8", errors="replace", closefd=False))


class Terminated(KeyboardInterrupt):
    """The system asked the program to end: shutdown, a time limit, a closed terminal."""

    def __init__(self, signal_number: int) -> None:
        super().__init__()
        self.exit_code = 128 + signal_number
        """As a shell reports a program that such a signal has ended."""


class InterruptGuard:
    """Raises ``KeyboardInterrupt`` for Ctrl-C and ``Terminated`` for other signals that ask to end, and loses none.

    Python drops an exception that is raised inside a destructor or a callback of its import system; ``check`` raises it
    again. Outside the main thread, where signals never arrive, nothing happens.
    """

    def __init__(self) -> None:
        self._signal: int | None = None
        self._shielded = False
        self.stop_first: Callable[[], object] | None = None
        """Called by the first Ctrl-C in the place of ending, where there is something to be ended in its own time."""

    def __enter__(self) -> InterruptGuard:
        self._previous_handlers: dict[int, Any] = {}
        for number in (signal.SIGINT, *_TERMINATING):
            if number == getattr(signal, "SIGHUP", None) and signal.getsignal(number) is signal.SIG_IGN:
                continue  # nohup
            with suppress(ValueError):
                self._previous_handlers[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *failure: object) -> None:
        for number, handler in self._previous_handlers.items():
            if handler is not None:
                signal.signal(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if number == signal.SIGINT and self.stop_first is not None:
            stop, self.stop_first = self.stop_first, None
            stop()
            return
        repeated = self._signal is not None
        self._signal = self._signal or number
        if repeated and number in _TERMINATING:
            return  # a closed terminal sends several
        if repeated or not self._shielded:
            self._raise()

    def check(self) -> None:
        """Raise ``KeyboardInterrupt`` if a signal came."""
        if self._signal is not None:
            self._raise()

    def _raise(self) -> None:
        assert self._signal is not None
        raise KeyboardInterrupt if self._signal == signal.SIGINT else Terminated(self._signal)

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Let the block, which keeps what is done, end before a signal counts; ``check`` raises it afterwards.

        Who presses Ctrl-C again means now.
        """
        self._shielded = True
        try:
            yield
        finally:
            self._shielded = False


class Results:
    """Writes results to a file descriptor without a buffer: what ``write`` returned from is written."""

    def __init__(self, descriptor: int, encoding: str) -> None:
        self._descriptor, self._encoding = descriptor, encoding

    def write(self, text: str) -> None:
        """Write all of the text. Raises ``OutputError``."""
        body = memoryview(text.encode(self._encoding, "replace"))
        try:
            while body:
                body = body[os.write(self._descriptor, body) :]
        except OSError as error:
            raise OutputError(error) from error


class _TextResults(Results):
    """The same for a stream that is no file, of another program or a test."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError as error:
            raise OutputError(error) from error


@contextmanager
def clean_stdout() -> Iterator[Results]:
    """Yield results that go to standard output, while everything else that is printed goes to standard error.

    That holds for libraries in C as well: the file descriptor itself is redirected. Results are UTF-8 unless a terminal has
    another encoding.
    """
    stdout = sys.stdout
    stdout.flush()
    try:
        descriptor = stdout.fileno()
        error_descriptor = sys.stderr.fileno()
    except (OSError, ValueError):  # the streams are not files: inside another program, or a test
        with redirect_stdout(sys.stderr):
            yield _TextResults(stdout)
        return
    saved_descriptor = os.dup(descriptor)
    os.dup2(error_descriptor, descriptor)
    try:
        with redirect_stdout(sys.stderr):
            yield Results(saved_descriptor, stdout.encoding if stdout.isatty() else "utf-8")
    finally:
        with suppress(OSError, AnnealError):  # of who kept the stream to print to
            stdout.flush()
        os.dup2(saved_descriptor, descriptor)
        os.close(saved_descriptor)


class Spool:
    """Files for what can be read only once: standard input (``-``) and pipes. They are deleted at the end."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._files: dict[Path, Path] = {}

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *failure: object) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def open(self, path: Path) -> Path:
        """Return the path, or a file with all that standard input or a pipe gave. Raises ``AudioError``."""
        if path in self._files or not (path == STDIN or _is_pipe(path)):
            return self._files.get(path, path)
        if path == STDIN and sys.stdin.isatty():
            raise AudioError(
                "Standard input is a terminal.",
                "No sound comes from there.",
                "Send it a file: anneal transcribe - < talk.wav",
            )
        try:
            self._folder = self._folder or Path(mkdtemp(prefix="anneal-"))
            file = self._folder / str(len(self._files)) / self.name_of(path).rpartition("/")[2]
            file.parent.mkdir()
            with open(0 if path == STDIN else path, "rb", closefd=path != STDIN) as stream, file.open("wb") as copy:
                shutil.copyfileobj(stream, copy, COPIED_BYTES)
        except OSError as error:
            raise AudioError(
                "{file} could not be read.",
                "It is copied to the temporary folder first. {reason}.",
                "Make room there, or name a file.",
                file=self.name_of(path),
                reason=error.strerror or error,
            ) from error
        self._files[path] = file
        return file

    def name_of(self, path: Path) -> str:
        """The name by which the user knows a path, or the file that ``open`` made of it."""
        given = next((given for given, file in self._files.items() if file == path), path)
        return "stdin" if given == STDIN else str(given)


def _is_pipe(path: Path) -> bool:
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except (OSError, ValueError):
        return False
