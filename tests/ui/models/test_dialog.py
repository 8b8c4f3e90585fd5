"""The models dialog before a hub on loopback that misbehaves: from nothing to a transcript, and all that may go wrong."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
import threading
from collections import namedtuple
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from app import paths
from app.jobs.lazy_transcriber import LazyTranscriber
from app.jobs.model_tasks import ModelTask, PlacementResult
from app.jobs.queue_item import QueueState
from app.models import hardware
from app.models.catalog import INTERFAZE_SMALL, WHISPER_SMALL
from app.models.gpu import Gpu
from app.models.install import file_transfer
from app.models.install.download import InstallProgress
from app.models.install.manifest import MANIFEST_FILE, partial_downloads, read_manifest
from app.models.placement import plan
from app.ui.models.dialog import DETAILS_PAGE, LICENCE_PAGE, PROGRESS_PAGE, ModelsDialog
from tests.models import hub_server
from tests.models.hub_server import HubServer, Repo
from tests.speech import tiny

from .conftest import LONG_MS, MODEL, SHARD

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


def page(dialog: ModelsDialog) -> int:
    return dialog.pages.currentIndex()


def ask(qtbot, dialog: ModelsDialog) -> None:
    """Press the download button; the hub has answered."""
    dialog.details_page.download.click()
    assert page(dialog) == LICENCE_PAGE
    qtbot.waitUntil(
        lambda: bool(dialog.licence_page.repository_views) or bool(dialog.licence_page.banner.text), timeout=LONG_MS
    )


def agree(qtbot, dialog: ModelsDialog) -> None:
    ask(qtbot, dialog)
    assert not dialog.licence_page.start.isEnabled()
    dialog.licence_page.agree.click()
    dialog.licence_page.start.click()


def is_done(dialog: ModelsDialog) -> bool:
    work = dialog.model_tasks.task
    return work is not None and work.state == "done"


def download(qtbot, dialog: ModelsDialog) -> None:
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    qtbot.waitUntil(lambda: dialog.entries[MODEL.name].folder is not None)


def answer(role: QMessageBox.ButtonRole) -> list[str]:
    """Press a button of the question that is about to be asked; what it asked will be in the list."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if box.buttonRole(button) == role).click()

    QTimer.singleShot(100, press)
    return asked


def test_from_nothing_to_a_transcript(qtbot, make_app, open_models) -> None:
    app = make_app(LazyTranscriber(None, "cpu"), ready=False)
    qtbot.waitUntil(lambda: app.window.model is not None, timeout=LONG_MS)
    dialog = open_models(app)
    assert "not installed" in dialog.details_page.state.text()
    agree(qtbot, dialog)
    assert page(dialog) == PROGRESS_PAGE
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    qtbot.waitUntil(lambda: dialog.details_page.use.isVisibleTo(dialog))
    assert page(dialog) == DETAILS_PAGE
    assert "every file is what it should be" in dialog.details_page.notice.text
    assert "Verified on" in dialog.details_page.facts.text
    dialog.details_page.notice.button.click()
    qtbot.waitUntil(lambda: "CPU (" in dialog.details_page.facts.text, timeout=LONG_MS)
    assert dialog.details_page.state.text() == "in use"
    assert app.window.settings.model == MODEL.name
    assert app.window.model.model == MODEL.title
    assert not dialog.details_page.delete.isEnabled()
    app.window.add_paths([next(path for path in paths.sample_clips() if path.stem.startswith("en"))])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final, timeout=LONG_MS)
    assert app.queue.items[0].state is QueueState.DONE


def test_whisper_is_installed_and_writes_a_transcript(
    qtbot, make_app, open_models, server: HubServer, tmp_path: Path
) -> None:
    tiny.write_whisper(tmp_path / "source")
    files = {path.name: path.read_bytes() for path in (tmp_path / "source").iterdir()}
    server.repos["openai/whisper-small"] = Repo({**files, "LICENSE": b"Do what is right."}, frozenset({SHARD}))
    app = make_app(LazyTranscriber(None, "cpu"), ready=False)
    qtbot.waitUntil(lambda: app.window.model is not None, timeout=LONG_MS)
    dialog = open_models(app)
    dialog.model_tasks.known_models = (WHISPER_SMALL, MODEL)
    app.models_controller.offer(WHISPER_SMALL.name)
    qtbot.waitUntil(lambda: bool(dialog.licence_page.repository_views), timeout=LONG_MS)
    dialog.licence_page.agree.click()
    dialog.licence_page.start.click()
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    qtbot.waitUntil(lambda: dialog.details_page.use.isVisibleTo(dialog))
    qtbot.waitUntil(lambda: "It runs here on the processor" in dialog.details_page.facts.text, timeout=LONG_MS)
    dialog.details_page.notice.button.click()
    qtbot.waitUntil(lambda: app.window.model is not None and app.window.model.model == "Whisper small", timeout=LONG_MS)
    assert not app.window.model.has_canvas
    app.window.add_paths([next(path for path in paths.sample_clips() if path.stem.startswith("en"))])
    qtbot.waitUntil(lambda: bool(app.queue.items) and app.queue.items[0].state.is_final, timeout=LONG_MS)
    (item,) = app.queue.items
    assert item.state is QueueState.DONE
    assert item.transcript.model == "Whisper small"


def test_a_model_that_cannot_run_here_is_asked_about_once_more(qtbot, make_app, open_models) -> None:
    dialog = open_models(make_app())
    details = dialog.details_page
    assert details.download.property("look") == "primary"
    none_fits = plan(INTERFAZE_SMALL.needs, [], hardware.Capacity(8 * 10**9, 4 * 10**9))
    dialog.placements[MODEL.name] = PlacementResult(MODEL.name, none_fits)
    dialog.show_status(None)
    assert details.download.property("look") != "primary"
    asked = answer(QMessageBox.ButtonRole.RejectRole)
    details.download.click()
    assert asked[0].startswith("Download Interfaze small all the same? It cannot run on this computer.")
    assert page(dialog) == DETAILS_PAGE
    answer(QMessageBox.ButtonRole.DestructiveRole)
    details.download.click()
    assert page(dialog) == LICENCE_PAGE


def test_what_it_takes_is_shown_and_its_licences_can_be_read(qtbot, make_app, open_models, cache: Path) -> None:
    dialog = open_models(make_app())
    ask(qtbot, dialog)
    agreement = dialog.licence_page
    assert [view.licence_name for view in agreement.repository_views] == ["mit"] * 3
    assert all("0123456789ab" in view.about.text() for view in agreement.repository_views)
    assert str(cache) in agreement.facts.text
    assert "never runs them" in agreement.facts.text
    agreement.repository_views[0].licence.click()
    assert agreement.licence_view.isVisibleTo(agreement)
    assert "Do what is right." in agreement.licence_view.toPlainText()
    agreement.repository_views[0].licence.click()
    assert not agreement.licence_view.isVisibleTo(agreement)
    agreement.back.click()
    assert page(dialog) == DETAILS_PAGE
    assert dialog.model_tasks.task is None


def test_paused_it_goes_on_where_it_stopped_without_being_asked_again(
    qtbot, make_app, open_models, server: HubServer
) -> None:
    server.faults.append(hub_server.stalls_after(5000, 1.5, path=SHARD, times=1))
    dialog = open_models(make_app())
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(server.requests_for(SHARD)), timeout=LONG_MS)
    dialog.progress_page.pause.click()
    assert dialog.progress_page.state.text() == "paused"
    assert "paused" in dialog.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    before = len(server.requests)
    dialog.progress_page.resume.click()
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    again = [request for request in server.requests[before:] if request.path == SHARD]
    assert again[0].offset == 5000
    assert len([request for request in server.requests if request.path.endswith(".pt")]) == 1


KILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from huggingface_hub import constants
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.model_tasks import ModelTasks
from app.models.install.hub import Hub
from app.models.install.preflight import estimate_download
from tests.ui.models.conftest import MODEL
constants.HF_HUB_OFFLINE = False
url, cache, models = sys.argv[1:]
app = QCoreApplication([])
hub = Hub("good", Path(cache), url)
tasks = ModelTasks(BackgroundTasks(app), lambda: Path(models), lambda token: hub, (MODEL,))
tasks.download(estimate_download(MODEL, hub))
app.exec()
"""


def sizes(cache: Path) -> list[int]:
    """Of the files that are not whole yet; one may be finished and gone the moment it is looked at."""
    found = []
    for path in cache.rglob("*.incomplete"):
        with suppress(FileNotFoundError):
            found.append(path.stat().st_size)
    return found


def test_killed_it_is_offered_at_the_next_start_and_goes_on(
    qtbot, make_app, open_models, server: HubServer, cache: Path, tmp_path: Path
) -> None:
    server.faults.append(hub_server.stalls_after(5000, 60, path=SHARD, times=1))
    models = tmp_path / "data" / "models"
    process = subprocess.Popen([sys.executable, "-c", KILLED, server.url, str(cache), str(models)], cwd=ROOT)
    try:
        qtbot.waitUntil(lambda: 5000 in sizes(cache) or process.poll() is not None, timeout=LONG_MS)
        assert 5000 in sizes(cache)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert [each.name for each in partial_downloads(models)] == [MODEL.name]
    app = make_app()
    qtbot.waitUntil(lambda: "is not finished" in app.models_controller.banner.text)
    before = len(server.requests)
    dialog = open_models(app)
    assert "paused" in dialog.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.details_page.download.text() == "Resume download"
    dialog.details_page.download.click()
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    assert next(request for request in server.requests[before:] if request.path == SHARD).offset == 5000
    assert partial_downloads(models) == []


def test_what_changed_since_it_was_agreed_to_is_agreed_to_again(
    qtbot, make_app, open_models, server: HubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.faults.append(hub_server.answers_with(404, path=SHARD))
    dialog = open_models(make_app())
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.model_tasks.task.state == "failed", timeout=LONG_MS)
    server.faults.clear()
    monkeypatch.setattr(hub_server, "COMMIT", "f" * 40)
    dialog.progress_page.resume.click()
    qtbot.waitUntil(lambda: bool(dialog.licence_page.repository_views), timeout=LONG_MS)
    assert "changed since you agreed" in dialog.licence_page.lead.text()
    assert not dialog.licence_page.start.isEnabled()
    assert "ffffffffffff" in dialog.licence_page.repository_views[0].about.text()


@pytest.mark.parametrize(
    ("status", "said"),
    [(403, "may not be downloaded"), (404, "was not found"), (429, "slow down"), (503, "problem of its own")],
)
def test_a_hub_that_refuses_is_told_beforehand(
    qtbot, make_app, open_models, server: HubServer, status: int, said: str
) -> None:
    dialog = open_models(make_app())
    server.api_status = status
    ask(qtbot, dialog)
    assert len(dialog.licence_page.repository_views) == 3
    assert all(said in view.problem.text() for view in dialog.licence_page.repository_views)
    assert not dialog.licence_page.agree.isEnabled()


@pytest.mark.parametrize(
    ("endpoint", "said"), [("http://127.0.0.1:9", "cannot be reached"), ("https", "certificate was not accepted")]
)
def test_no_network_and_no_certificate_are_told_and_can_be_tried_again(
    qtbot, make_app, open_models, server: HubServer, cache: Path, endpoint: str, said: str
) -> None:
    endpoint = server.url.replace("http:", "https:") if endpoint == "https" else endpoint
    dialog = open_models(make_app(), endpoint=endpoint)
    ask(qtbot, dialog)
    assert said in dialog.licence_page.banner.text
    work = dialog.model_tasks
    made = work.make_hub
    work.make_hub = lambda token: type(made(token))("good", cache, server.url)
    dialog.licence_page.banner.button.click()
    qtbot.waitUntil(lambda: len(dialog.licence_page.repository_views) == 3, timeout=LONG_MS)
    assert not dialog.licence_page.banner.text


def test_a_proxy_that_refuses_is_told(qtbot, make_app, open_models, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx2
    from huggingface_hub import HfApi

    def refuse(*_: object, **__: object) -> None:
        raise httpx2.ProxyError("407 Proxy Authentication Required")

    dialog = open_models(make_app())
    monkeypatch.setattr(HfApi, "model_info", refuse)
    ask(qtbot, dialog)
    assert "The proxy did not let the download through" in dialog.licence_page.banner.text


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (hub_server.answers_with(401, path=SHARD), "token"),
        (hub_server.answers_with(403, path=SHARD), "may not be downloaded"),
        (hub_server.answers_with(404, path=SHARD), "was not found"),
        (hub_server.answers_with(429, path=SHARD), "slow down"),
        (hub_server.answers_with(503, path=SHARD), "problem of its own"),
        (hub_server.sends_wrong_bytes(path=SHARD), "arrives damaged"),
        (hub_server.breaks_after(0, path=SHARD), "cannot be reached"),
    ],
    ids=["401", "403", "404", "429", "503", "damaged", "broken"],
)
def test_what_goes_wrong_on_the_way_is_a_sentence_and_can_be_tried_again(
    qtbot, make_app, open_models, server: HubServer, trouble: hub_server.Fault, said: str
) -> None:
    server.faults.append(trouble)
    dialog = open_models(make_app())
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.model_tasks.task.state == "failed", timeout=LONG_MS)
    assert said in dialog.progress_page.problem.text
    assert dialog.progress_page.state.text() == "stopped"
    assert dialog.progress_page.resume.text() == "Try again"


def test_a_disk_that_fills_up_is_told(qtbot, make_app, open_models, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(file_transfer._FileTransfer, "_stream", full)
    dialog = open_models(make_app())
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.model_tasks.task.state == "failed", timeout=LONG_MS)
    assert "The disk is full." in dialog.progress_page.problem.text


def test_too_little_room_is_told_beforehand(qtbot, make_app, open_models, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = open_models(make_app())
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(hardware.shutil, "disk_usage", lambda _: usage(10**10, 9 * 10**9, 10**9))
    ask(qtbot, dialog)
    assert "1.0 GB are free" in dialog.licence_page.facts.text
    assert "HF_HOME" in dialog.licence_page.facts.text
    assert not dialog.licence_page.agree.isEnabled()


def test_a_token_is_kept_and_opens_the_gate(qtbot, make_app, open_models) -> None:
    dialog = open_models(make_app(), token=None)
    ask(qtbot, dialog)
    agreement = dialog.licence_page
    assert "asks who you are" in agreement.repository_views[0].problem.text()
    assert agreement.token_panel.isVisibleTo(agreement)
    assert not agreement.agree.isEnabled()
    agreement.token.setText("good")
    agreement.use_token.click()
    qtbot.waitUntil(lambda: agreement.agree.isEnabled(), timeout=LONG_MS)
    assert keyring.get_password("anneal", "huggingface.co") == "good"
    assert not agreement.token.text()
    assert not agreement.token_panel.isVisibleTo(agreement)


def test_without_a_keyring_the_token_is_used_and_that_is_said(qtbot, make_app, open_models) -> None:
    keyring.set_keyring(NoKeyring())
    dialog = open_models(make_app(), token=None)
    ask(qtbot, dialog)
    agreement = dialog.licence_page
    agreement.token.setText("new")  # known to the hub, but nobody agreed with it
    agreement.use_token.click()
    qtbot.waitUntil(lambda: "could not be kept" in agreement.token_note.text(), timeout=LONG_MS)
    assert "until Anneal is closed" in agreement.token_note.text().replace("Until", "until")
    qtbot.waitUntil(
        lambda: (
            bool(agreement.repository_views)
            and "is not open to your account" in agreement.repository_views[0].problem.text()
        ),
        timeout=LONG_MS,
    )


def test_more_than_two_gigabytes_are_shown_right(qtbot, make_app, open_models) -> None:
    dialog = open_models(make_app())
    progress = InstallProgress(
        "google/big",
        "model-00003.safetensors",
        3_120_000_000,
        4_900_000_000,
        12_310_000_000,
        52_837_000_000,
        84.2e6,
        481.0,
    )
    seen: list[InstallProgress] = []
    dialog.model_tasks.progressed.connect(seen.append)
    shown = threading.Event()

    def events() -> Iterator[InstallProgress]:
        yield progress
        shown.wait(60)

    dialog.model_tasks.run(ModelTask("download", MODEL.name, MODEL.title), events)
    qtbot.waitUntil(lambda: dialog.progress_page.total.text().startswith("12.3 "), timeout=LONG_MS)
    shown.set()
    assert seen == [progress]
    assert dialog.progress_page.total.text() == "12.3 GB of 52.8 GB"
    assert dialog.progress_page.rate.text() == "84.2 MB/s · about 8 min left"
    assert dialog.progress_page.files.topLevelItem(0).text(1) == "3.1 GB of 4.9 GB"
    assert dialog.progress_page.bar.value() == round(10_000 * 12.31 / 52.837)


def test_verified_again_damage_is_found_and_mended(qtbot, make_app, open_models, cache: Path) -> None:
    dialog = open_models(make_app())
    download(qtbot, dialog)
    dialog.details_page.verify.click()
    qtbot.waitUntil(lambda: "all are right" in dialog.details_page.notice.text, timeout=LONG_MS)
    shard = next((cache / "models--openai--whisper-small").rglob(SHARD)).resolve()
    body = bytearray(shard.read_bytes())
    body[-1] ^= 1
    shard.write_bytes(bytes(body))
    dialog.details_page.verify.click()
    qtbot.waitUntil(lambda: "damaged or gone" in dialog.details_page.notice.text, timeout=LONG_MS)
    qtbot.waitUntil(lambda: "Not verified" in dialog.details_page.facts.text)
    assert dialog.details_page.download.text() == "Download again…"
    download(qtbot, dialog)
    body[-1] ^= 1
    assert shard.read_bytes() == bytes(body)


def test_deleted_after_a_question_its_room_is_free(qtbot, make_app, open_models, cache: Path, tmp_path: Path) -> None:
    dialog = open_models(make_app())
    download(qtbot, dialog)
    asked = answer(QMessageBox.ButtonRole.RejectRole)
    dialog.details_page.delete.click()
    assert asked
    assert str(tmp_path / "data" / "models" / MODEL.name) in asked[0]
    assert dialog.entries[MODEL.name].folder is not None
    answer(QMessageBox.ButtonRole.DestructiveRole)
    dialog.details_page.delete.click()
    qtbot.waitUntil(lambda: dialog.entries[MODEL.name].folder is None, timeout=LONG_MS)
    assert "are free again" in dialog.details_page.notice.text
    assert not list(cache.rglob("*.safetensors"))


def test_discarded_what_came_is_deleted(qtbot, make_app, open_models, server: HubServer, cache: Path) -> None:
    server.faults.append(hub_server.stalls_after(5000, 1.5, path=SHARD))
    dialog = open_models(make_app())
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(server.requests_for(SHARD)), timeout=LONG_MS)
    answer(QMessageBox.ButtonRole.DestructiveRole)
    dialog.progress_page.cancel.click()
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    assert dialog.model_tasks.task.kind == "give up"
    assert not [path for path in cache.rglob("*") if path.is_file() and ".locks" not in path.parts]
    qtbot.waitUntil(lambda: dialog.entries[MODEL.name].partial is None)


def test_imported_from_a_folder_it_can_be_verified(
    qtbot, make_app, open_models, folders: dict[str, Path], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    for path in folders.values():
        shutil.copytree(path, stick / path.name)
    dialog = open_models(make_app())
    dialog.import_folder(stick)
    qtbot.waitUntil(lambda: is_done(dialog), timeout=LONG_MS)
    qtbot.waitUntil(lambda: "as it was imported" in dialog.details_page.facts.text, timeout=LONG_MS)
    installed = tmp_path / "data" / "models" / MODEL.name
    assert read_manifest(installed / MANIFEST_FILE)["files"]
    (installed / "encoder" / "config.json").write_text("{}")
    dialog.details_page.verify.click()
    qtbot.waitUntil(lambda: "not what was imported" in dialog.details_page.notice.text, timeout=LONG_MS)


def test_a_folder_without_a_model_is_told(qtbot, make_app, open_models, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    dialog = open_models(make_app())
    dialog.import_folder(tmp_path / "empty")
    qtbot.waitUntil(lambda: "There is no whole model in" in dialog.details_page.notice.text, timeout=LONG_MS)


def test_the_bundled_model_stays_and_tells_of_the_big_one(qtbot, make_app, open_models) -> None:
    dialog = open_models(make_app())
    bundled = paths.bundled_models()[0].name
    dialog.list.choose(bundled)
    assert not dialog.details_page.delete.isVisibleTo(dialog)
    assert not dialog.details_page.download.isVisibleTo(dialog)
    assert "LibriSpeech test-clean, English: 6.6% WER" in dialog.details_page.larger_facts.text
    dialog.details_page.larger_button.click()
    assert dialog.list.current_name == MODEL.name


def test_every_value_is_shown_with_its_origin(qtbot, make_app, open_models) -> None:
    app = make_app()
    dialog = open_models(app)
    page = dialog.details_page
    assert page.values_button.isVisibleTo(dialog)
    assert not page.values.isVisibleTo(dialog)
    page.values_button.click()
    assert page.values.isVisibleTo(dialog)
    assert "canvas length: 192 · paper, inference" in page.values.text
    assert "CTC softcap: no · paper, training" in page.values.text
    values = (("stability", "1", "assumed"), ("steps", "8", "inference.py:12"))
    dialog.placements[MODEL.name] = PlacementResult(MODEL.name, None, values, ("stability: 1",))
    dialog.show_status(None)
    assert page.values.text.splitlines() == [
        "stability: 1 · assumed",
        "steps: 8 · inference.py:12",
        "Assumptions: stability: 1",
    ]
    app.window.settings_controller.change(interface_language="de")
    qtbot.waitUntil(lambda: "angenommen" in page.values.text)
    dialog.list.choose(paths.bundled_models()[0].name)
    assert "inference.py" not in page.values.text
    assert page.values.text


def test_closed_the_dialog_leaves_the_download_running_and_the_window_tells(qtbot, make_app, open_models) -> None:
    app = make_app()
    dialog = open_models(app)
    agree(qtbot, dialog)
    dialog.close()
    qtbot.waitUntil(lambda: "is here, and every file" in app.models_controller.banner.text, timeout=LONG_MS)
    app.models_controller.banner.button.click()
    assert app.window.settings.model == MODEL.name


def test_settings_lead_here(qtbot, make_app, open_models) -> None:
    app = make_app()
    app.window.actions_by_name["settings"].trigger()
    app.window.dialogs.settings_dialog.transcription.models_button.click()
    assert app.models_controller.dialog.isVisible()


def test_everything_has_a_name_and_a_tooltip(qtbot, make_app, open_models) -> None:
    dialog = open_models(make_app(), token=None)
    ask(qtbot, dialog)
    dialog.progress_page.show_task(ModelTask("download", MODEL.name, MODEL.title))
    for number in (DETAILS_PAGE, LICENCE_PAGE, PROGRESS_PAGE):
        dialog.pages.setCurrentIndex(number)
        buttons = [
            button
            for button in dialog.findChildren(QAbstractButton)
            if button.isVisible() and button.parent() is not dialog.licence_page.banner
        ]
        assert len(buttons) >= 2
        for button in buttons:
            assert button.accessibleName() or button.text(), button
            assert button.toolTip(), button.text()


@pytest.mark.parametrize("code", ["de", "hi", "zh"])
def test_it_speaks_the_chosen_language_at_once(qtbot, make_app, open_models, code: str) -> None:
    app = make_app()
    dialog = open_models(app)

    def texts() -> tuple[str, ...]:
        return (
            dialog.windowTitle(),
            dialog.details_page.facts.text,
            dialog.details_page.download.text(),
            dialog.import_button.text(),
        )

    english = texts()
    app.window.settings_controller.change(interface_language=code)
    qtbot.waitUntil(lambda: not set(english) & set(texts()))


def test_a_card_that_is_not_used_because_of_the_settings_is_told(qtbot, make_app, open_models) -> None:
    gpu = Gpu("cuda:0", "NVIDIA Testing", 80 * 10**9, 80 * 10**9, (9, 0), True, True)
    app = make_app(device="cpu")
    dialog = open_models(app)
    load_plan = plan(INTERFAZE_SMALL.needs, [gpu], hardware.Capacity(64 * 10**9, 50 * 10**9))
    dialog.placements[MODEL.name] = PlacementResult(MODEL.name, load_plan)
    dialog.show_status(None)
    assert "But the settings say CPU" in dialog.details_page.facts.text
    app.window.settings_controller.change(device="auto")
    assert "But the settings say CPU" not in dialog.details_page.facts.text
    assert "whole, in bf16, on NVIDIA Testing" in dialog.details_page.facts.text
