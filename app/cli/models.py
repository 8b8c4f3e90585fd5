"""``anneal models list | install | verify | remove | import``. Progress goes to standard error."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ModelError
from app.paths import Folders

if TYPE_CHECKING:
    from app.models.install.download import Installed, InstallProgress
    from app.models.install.preflight import DownloadEstimate

GB = 1e9


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The subcommands of ``models``; without one, the models are listed."""
    parser.set_defaults(run=run_list, folder=None)
    commands = parser.add_subparsers(dest="action", metavar="ACTION")
    commands.add_parser("list", help="the models on this machine, and those that can be installed").set_defaults(
        run=run_list
    )
    install = commands.add_parser("install", help="download a model, or go on with its download")
    install.add_argument("name")
    install.add_argument("--yes", action="store_true", help="agree to the licences that are shown, without being asked")
    install.set_defaults(run=run_install)
    for action, run, about in (
        ("verify", run_verify, "compare a model's files with their checksums"),
        ("remove", run_remove, "delete a model and what was downloaded for it alone"),
    ):
        each = commands.add_parser(action, help=about)
        each.add_argument("name")
        each.set_defaults(run=run)
    importing = commands.add_parser("import", help="install a model from a folder, without network")
    importing.add_argument("source", type=Path, metavar="FOLDER")
    importing.set_defaults(run=run_import)
    commands.add_parser("token", help="keep an access token in the system's keyring").set_defaults(run=run_token)


def run_list(choice: argparse.Namespace) -> int:
    from app.models import catalog

    models = catalog.list_installed(Folders.of_user().models)
    for model in models:
        about = model.problem or f"{', '.join(model.languages)}; {model.size_bytes / 1e6:.0f} MB; {model.folder}"
        print(f"{model.name}: {about}")
    if not models:
        _say("No model is installed. A checkout has one in resources/models.")
    for known in catalog.CATALOG:
        if known.name not in {model.name for model in models}:
            print(f"{known.name}: not installed; {known.size_bytes / GB:.1f} GB; anneal models install {known.name}")
    return 0


def run_install(choice: argparse.Namespace) -> int:
    from app.models.catalog import CATALOG
    from app.models.install.access_token import read_token
    from app.models.install.download import download
    from app.models.install.hub import Hub
    from app.models.install.preflight import estimate_download

    model = next((known for known in CATALOG if known.name == choice.name), None)
    if model is None:
        raise ModelError(
            "There is no model called {name}.",
            "Known are: {known}.",
            "See `anneal models list`.",
            name=choice.name,
            known=", ".join(known.name for known in CATALOG),
        )
    hub = Hub(read_token())
    quote = estimate_download(model, hub)
    _print_estimate(quote)
    for problem in quote.problems:
        _say(str(problem))
    if quote.problems:
        return 1
    if not choice.yes and not _ask_agreement():
        _say("Nothing was downloaded.")
        return 1
    return _show_progress(download(quote, hub, Folders.of_user().models))


def run_verify(choice: argparse.Namespace) -> int:
    from app.models.catalog import find_model_folder
    from app.models.install.download import verify_model

    _show_progress(verify_model(find_model_folder(choice.name, Folders.of_user().models)))
    print(f"{choice.name}: every file is right")
    return 0


def run_remove(choice: argparse.Namespace) -> int:
    from app.models.catalog import find_model_folder
    from app.models.install.download import uninstall

    models = Folders.of_user().models
    folder = find_model_folder(choice.name, models)
    if folder.parent != models:
        raise ModelError(
            "{name} is part of Anneal.",
            "It was not installed by itself.",
            "It goes when Anneal goes.",
            name=choice.name,
        )
    freed = uninstall(folder)
    print(f"{choice.name}: removed, {freed / GB:.2f} GB freed")
    return 0


def run_import(choice: argparse.Namespace) -> int:
    from app.models.install.local_import import import_folder

    return _show_progress(import_folder(choice.source, Folders.of_user().models))


def run_token(choice: argparse.Namespace) -> int:
    from app.models.install.access_token import delete_token, store_token

    token = getpass.getpass("Access token (it is not shown; empty forgets the one that is kept): ")
    if token.strip():
        store_token(token)
        _say("The token is in the keyring.")
    else:
        delete_token()
        _say("No token is kept.")
    return 0


def _print_estimate(quote: DownloadEstimate) -> None:
    for part in quote.repositories:
        licence = (part.listing.licence if part.listing else "") or part.repository.licence
        link = part.listing.licence_link if part.listing else ""
        _say(f"{part.repository.name}: {part.missing_bytes / GB:.2f} of {part.size_bytes / GB:.2f} GB to fetch")
        _say(f"  licence: {licence} {link}")
    _say(f"needed on the disk: {quote.needed_bytes / GB:.1f} GB; free: {quote.free_bytes / GB:.1f} GB")


def _ask_agreement() -> bool:
    _say("Do you agree to these licences and start the download? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _show_progress(events: Iterator[InstallProgress | Installed]) -> int:
    """Draw the progress on one line of a terminal, or tell it every ten percent."""
    from app.models.install.download import Installed

    terminal, told = sys.stderr.isatty(), -1
    for event in events:
        if isinstance(event, Installed):
            if terminal:
                _say("")
            print(event.folder)
            continue
        share = 100 * event.done_bytes // max(1, event.total_bytes)
        if terminal or share // 10 > told or event.waiting_reason:
            told = share // 10
            speed = f"{event.bytes_per_s / 1e6:.1f} MB/s" if event.bytes_per_s else ""
            left = f"{_clock(event.remaining_s)} left" if event.remaining_s else ""
            sizes = f"{event.done_bytes / GB:.2f} of {event.total_bytes / GB:.2f} GB"
            line = "  ".join(
                each for each in (f"{share} %", sizes, speed, left, event.path, event.waiting_reason) if each
            )
            print(f"\r\033[K{line}" if terminal else line, end="" if terminal else "\n", file=sys.stderr, flush=True)
    return 0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min {rest} s"


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
