"""The command line: ``anneal transcribe | archive | library | export | compare | models | bench | doctor``.

Imports neither torch nor Qt before it needs them. Texts, subtitles and tables go to standard output and nothing else does;
the rest goes to standard error. Each command returns one of ``exit_codes``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from app import __version__
from app.bench import accuracy_command, cpu_command, gpu_command, startup_command, ui_command
from app.errors import AnnealError

from . import archive, compare, export, library, models, transcribe
from .exit_codes import DONE, FAILED, STOPPED, USAGE
from .streams import OutputError, Terminated, print_status, safe_streams
from .transcribe import EngineFactory, load_engine

COMMANDS = ("transcribe", "archive", "library", "export", "compare", "models", "bench", "doctor")


def main(arguments: Sequence[str] | None = None, engine_factory: EngineFactory = load_engine) -> int:
    """Run one command and return its exit code. ``engine_factory`` makes the engine of ``transcribe``."""
    with safe_streams():
        code = _run(arguments, engine_factory)
        try:
            sys.stdout.flush()
        except OutputError as error:
            print_status(str(error))
            return code or FAILED
        except BrokenPipeError:
            return code or FAILED
        return code


def _run(arguments: Sequence[str] | None, engine_factory: EngineFactory) -> int:
    try:
        args = make_parser().parse_args(arguments)
        if args.command == "transcribe":
            return _transcribe(args, engine_factory)
        return int(args.run(args))
    except AnnealError as error:
        print_status(str(error))
        return FAILED
    except SystemExit as leaving:  # argparse leaves by itself, after --help with 0 and after wrong usage with 2
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except Terminated as stop:
        print_status("Stopped.")
        return stop.exit_code
    except KeyboardInterrupt:
        print_status("Stopped.")
        return STOPPED
    except BrokenPipeError:  # the reader of our output has had enough, as `head` does
        return FAILED


def _transcribe(args: argparse.Namespace, engine_factory: EngineFactory) -> int:
    if args.live == bool(args.files):
        args.parser.error("--live records and takes no files" if args.live else "name a FILE, or record with --live")
    if args.live:
        from .live import LiveTranscription  # opens the microphone's library

        return LiveTranscription(args, engine_factory).run()
    return transcribe.run(args, engine_factory)


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands; every command but ``transcribe`` sets ``run``, a function of the parsed arguments."""
    parser = argparse.ArgumentParser(prog="anneal", description="Turn speech into text by diffusion.")
    parser.add_argument("--version", action="version", version=f"anneal {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    transcribe.add_arguments(commands.add_parser("transcribe", help="turn audio and video files into text"))
    archive.add_arguments(commands.add_parser("archive", help="turn a whole folder into text, on one machine or many"))
    library.add_parsers(commands.add_parser("library", help="take a finished archive into the library"))
    export.add_arguments(commands.add_parser("export", help="what is kept, as a text or as a film"))
    compare.add_arguments(commands.add_parser("compare", help="a clip beside what Whisper writes, token by token"))
    models.add_arguments(commands.add_parser("models", help="list, install, verify, remove and import models"))
    benches = commands.add_parser("bench", help="measure").add_subparsers(dest="bench", metavar="WHAT", required=True)
    for bench in (accuracy_command, cpu_command, ui_command, startup_command):
        bench.add_parser(benches)
    gpu_command.add_parsers(benches)
    doctor = commands.add_parser("doctor", help="describe this machine for a bug report, and try its devices")
    doctor.set_defaults(run=_run_doctor)
    return parser


def _run_doctor(_args: argparse.Namespace) -> int:
    from app import doctor

    report, works = doctor.report()
    print(report, end="")
    return DONE if works else FAILED


if __name__ == "__main__":
    sys.exit(main())
