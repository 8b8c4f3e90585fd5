"""``anneal models list | show | check | install | verify | remove | import | token``. Progress goes to standard error."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ModelError
from app.paths import Folders, resources_folder

from .exit_codes import DONE, FAILED
from .streams import clean_stdout, print_status, printable

if TYPE_CHECKING:
    from app.models.catalog import CatalogModel
    from app.models.install.download import Installed, InstallProgress
    from app.models.install.preflight import DownloadEstimate

GB = 1e9


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands of ``models``; without one, the models are listed."""
    parser.set_defaults(run=run_list, folder=None)
    commands = parser.add_subparsers(dest="action", metavar="ACTION")
    commands.add_parser("list", help="the models on this machine, and those that can be installed").set_defaults(
        run=run_list
    )
    show = commands.add_parser("show", help="what a model decodes with, and where each value was read")
    show.add_argument("name")
    show.set_defaults(run=run_show)
    check = commands.add_parser(
        "check", help="compare a model's own code with ours on the sample clips, for a bug report"
    )
    check.add_argument("name")
    check.add_argument("--agree", metavar="COMMIT", help="you have read the code of this revision, and it may be run")
    check.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="default: %(default)s")
    check.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise (default: %(default)s)")
    check.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the page there (Markdown)")
    check.set_defaults(run=run_check)
    install = commands.add_parser("install", help="download a model, or go on with its download")
    install.add_argument("name")
    install.add_argument("--yes", action="store_true", help="agree to the licences that are shown, without being asked")
    install.set_defaults(run=run_install)
    for action, run, about in (
        ("verify", run_verify, "compare a model's files with their checksums"),
        ("remove", run_remove, "delete a model and what was downloaded for it alone"),
    ):
        command = commands.add_parser(action, help=about)
        command.add_argument("name")
        command.set_defaults(run=run)
    importing = commands.add_parser("import", help="install a model from a folder, without network")
    importing.add_argument("source", type=Path, metavar="FOLDER")
    importing.set_defaults(run=run_import)
    commands.add_parser("token", help="keep an access token in the system's keyring").set_defaults(run=run_token)


def run_list(_args: argparse.Namespace) -> int:
    """Print the installed models and those that can be installed."""
    from app.models import catalog

    models = catalog.list_installed(Folders.of_user().models)
    for model in models:
        about = model.problem or f"{', '.join(model.languages)}; {model.size_bytes / 1e6:.0f} MB; {model.folder}"
        print(printable(f"{model.name}: {about}"))
    if not models:
        print_status("No model is installed. A checkout has one in resources/models.")
    for known in catalog.CATALOG:
        if known.name not in {model.name for model in models}:
            print(f"{known.name}: not installed; {known.size_bytes / GB:.1f} GB; anneal models install {known.name}")
    return DONE


def run_show(args: argparse.Namespace) -> int:
    """Print a model's values with their origins, and its assumptions. Raises ``ModelError``.

    Of a known model that is not installed, what its authors tell.
    """
    from app.models.adapter.profile import profile_values, values_with_origins
    from app.models.adapter.published import read_spec
    from app.models.catalog import list_installed
    from app.models.whisper import is_whisper

    known = _known_model(args.name)
    installed = {model.name for model in list_installed(Folders.of_user().models)}
    if known is not None and known.profile and known.name not in installed:
        print(f"{known.name}: not installed; what its authors tell:")
        for name, value, source in profile_values(known):
            print(printable(f"{name}: {value} ({source})"))
        print(*_published_lines(known), sep="\n")
        return DONE
    folder = find_installed(args.name)
    if is_whisper(folder):
        _print_whisper(folder)
        return DONE
    spec = read_spec(folder)
    print(printable(spec.title))
    for name, value, origin in values_with_origins(spec):
        print(printable(f"{name}: {value}" + (f" ({origin})" if origin else "")))
    for assumption in spec.assumptions:
        print(printable(f"assumed: {assumption}"))
    for line in _published_lines(known) if known is not None else ():
        print(line)
    return DONE


def _print_whisper(folder: Path) -> None:
    """Print what is known of an installed Whisper. Raises ``ModelError``."""
    from app.models.whisper import read_whisper

    weights = read_whisper(folder)
    print(printable(weights.title))
    print(f"parameters: {weights.parameter_count / 1e6:.0f} million")
    print(f"languages: {', '.join(weights.languages)}")
    print(printable(f"weights: {weights.folder}"))


def _known_model(name: str) -> CatalogModel | None:
    from app.models.catalog import CATALOG

    return next((known for known in CATALOG if known.name == name), None)


def _require_known_model(name: str) -> CatalogModel:
    """Return the model of that name in the catalog. Raises ``ModelError``."""
    from app.models.catalog import CATALOG

    model = _known_model(name)
    if model is None:
        raise ModelError(
            "There is no model called {name}.",
            "Known are: {known}.",
            "See `anneal models list`.",
            name=name,
            known=", ".join(known.name for known in CATALOG),
        )
    return model


def _published_lines(model: CatalogModel) -> list[str]:
    """Return the errors and speeds that a known model's authors published, marked as theirs."""
    lines = [
        f"its authors' errors: {score.set}, {score.language}: {score.percent} % {score.metric} "
        f"on {score.clips} utterances, {score.steps} steps"
        for score in model.scores
    ]
    if model.unevaluated_languages:
        lines.append(f"never evaluated by its authors: {', '.join(model.unevaluated_languages)}")
    speeds = [f"{speed.times_real_time} x real time at {speed.steps} steps" for speed in model.speeds]
    return [*lines, f"its authors' speed, on a card of theirs: {', '.join(speeds)}"] if speeds else lines


def run_check(args: argparse.Namespace) -> int:
    """Compare a model's own code with ours, and print one page. Raises ``AnnealError``."""
    from app.bench.adapter_check import check_adapter, report
    from app.bench.datasets import read_set

    folder = find_installed(args.name)
    _, clips = read_set(f"samples={resources_folder() / 'samples'}")
    with clean_stdout() as results:  # what the adapter's code prints is no part of the page
        check = check_adapter(
            folder,
            clips,
            agreed_revision=args.agree,
            device=args.device,
            seed=args.seed,
            progress=print_status,
        )
        page = report(check)
        if args.output is None:
            results.write(page)
    if args.output is not None:
        try:
            args.output.write_text(page, encoding="utf-8")
        except OSError as error:
            print_status(f"The page could not be written to {args.output}. {error.strerror or error}.")
            return FAILED
        print_status(f"written to {args.output}")
    return FAILED if check.failed else DONE


def find_installed(name: str) -> Path:
    """Return the folder of an installed model. Raises ``ModelError``, which says how to install one that is known."""
    from app.models.catalog import list_installed

    installed = {model.name: model.folder for model in list_installed(Folders.of_user().models)}
    if name not in installed:
        raise ModelError(
            "The model {name} is not installed.",
            "There is no folder of that name among the models.",
            "Install it with `anneal models install {name}`.",
            name=_require_known_model(name).name,
        )
    return installed[name]


def run_install(args: argparse.Namespace) -> int:
    """Download a model after showing its size and licences. Raises ``ModelError``."""
    from app.models.install.access_token import read_token
    from app.models.install.download import download
    from app.models.install.hub import Hub
    from app.models.install.preflight import estimate_download

    model, hub = _require_known_model(args.name), Hub(read_token())
    estimate = estimate_download(model, hub)
    _print_estimate(estimate)
    for problem in estimate.problems:
        print_status(str(problem))
    if estimate.problems:
        return FAILED
    if not args.yes and not _ask_agreement():
        print_status("Nothing was downloaded.")
        return FAILED
    return _show_progress(download(estimate, hub, Folders.of_user().models))


def run_verify(args: argparse.Namespace) -> int:
    """Compare a model's files with their checksums. Raises ``ModelError`` where one differs."""
    from app.models.install.download import verify_model

    _show_progress(verify_model(find_installed(args.name)))
    print(f"{args.name}: every file is right")
    return DONE


def run_remove(args: argparse.Namespace) -> int:
    """Delete a model and what was downloaded for it alone. Raises ``ModelError``."""
    from app.models.install.download import uninstall

    folder = find_installed(args.name)
    if folder.parent != Folders.of_user().models:
        raise ModelError(
            "{name} is part of Anneal.",
            "It was not installed by itself.",
            "It goes when Anneal goes.",
            name=args.name,
        )
    freed = uninstall(folder)
    print(f"{args.name}: removed, {freed / GB:.2f} GB freed")
    return DONE


def run_import(args: argparse.Namespace) -> int:
    """Install a model from a folder. Raises ``ModelError``."""
    from app.models.install.local_import import import_folder

    return _show_progress(import_folder(args.source, Folders.of_user().models))


def run_token(_args: argparse.Namespace) -> int:
    """Ask for an access token and keep it in the system's keyring; an empty one deletes it."""
    from app.models.install.access_token import delete_token, store_token

    token = getpass.getpass("Access token (it is not shown; empty forgets the one that is kept): ")
    if token.strip():
        store_token(token)
        print_status("The token is in the keyring.")
    else:
        delete_token()
        print_status("No token is kept.")
    return DONE


def _print_estimate(estimate: DownloadEstimate) -> None:
    for repository in estimate.repositories:
        name, listing = repository.repository.name, repository.listing
        licence = (listing.licence if listing else "") or repository.repository.licence
        link = listing.licence_link if listing else ""
        print_status(f"{name}: {repository.missing_bytes / GB:.2f} of {repository.size_bytes / GB:.2f} GB to fetch")
        print_status(f"  licence: {licence} {link}")
    print_status(f"needed on the disk: {estimate.needed_bytes / GB:.1f} GB; free: {estimate.free_bytes / GB:.1f} GB")


def _ask_agreement() -> bool:
    print_status("Do you agree to these licences and start the download? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _show_progress(events: Iterator[InstallProgress | Installed]) -> int:
    """Draw the progress on one line of a terminal, or print a line every ten percent."""
    from app.models.install.download import Installed

    terminal, last_tenth = sys.stderr.isatty(), -1
    for event in events:
        if isinstance(event, Installed):
            if terminal:
                print_status("")
            print(printable(event.folder))
            continue
        share = 100 * event.done_bytes // max(1, event.total_bytes)
        if terminal or share // 10 > last_tenth or event.waiting_reason:
            last_tenth = share // 10
            speed = f"{event.bytes_per_s / 1e6:.1f} MB/s" if event.bytes_per_s else ""
            left = f"{_duration_text(event.remaining_s)} left" if event.remaining_s else ""
            sizes = f"{event.done_bytes / GB:.2f} of {event.total_bytes / GB:.2f} GB"
            line = "  ".join(filter(None, (f"{share} %", sizes, speed, left, event.path, event.waiting_reason)))
            print(f"\r\033[K{line}" if terminal else line, end="" if terminal else "\n", file=sys.stderr, flush=True)
    return DONE


def _duration_text(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min {rest} s"
