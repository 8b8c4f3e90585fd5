"""Alternatives, spans done again, old and new compared: by keys, with an engine that says what it was told to say."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.errors import ModelError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.replay_store import CanvasRun
from app.models.catalog import InstalledModel
from app.speech.events import SegmentStarted
from app.speech.options import TranscribeOptions
from app.transcript.model import Segment
from app.ui.editor.editor_page import EditorPage
from app.ui.editor.redecode_controller import AvailableModels
from tests.ui.canvas.scripted import annealing_steps, token_ids
from tests.ui.scripted_engine import ScriptedEngine, text_pieces

from .conftest import TEXTS, StoredTexts, segment

WAIT_MS = 20_000


@pytest.fixture
def engine() -> ScriptedEngine:
    more = (*TEXTS, "The harbour was still calm silent a boat ship came harbor seven men.")
    return ScriptedEngine(extra_texts=more, redecoded_words={"harbour": "harbor"}, by_name={})


@pytest.fixture
def editor(
    qtbot,
    background_tasks: BackgroundTasks,
    library_worker: LibraryWorker,
    uid: str,
    engine: ScriptedEngine,
    tmp_path: Path,
) -> EditorPage:
    """The editor's page as the window has it, with the queue whose model it may use."""
    queue = TranscriptionQueue(background_tasks, engine, TranscribeOptions)
    page = EditorPage(background_tasks, library_worker, tmp_path / "spectrograms", queue)
    page.redecode_controller.models = AvailableModels(
        lambda: [
            InstalledModel("own", "Own", Path("/models/own"), ("en",), 1),
            InstalledModel("other", "Other", Path("/models/other"), ("en",), 1),
            InstalledModel("whisper", "Whisper", Path("/models/whisper"), ("en",), 1, has_canvas=False),
            InstalledModel("broken", "Broken", Path("/models/broken"), (), 1, problem="it is"),
        ],
        lambda: "own",
    )
    qtbot.addWidget(page)
    page.resize(960, 860)
    page.show()
    page.activateWindow()
    page.open(uid)
    qtbot.waitUntil(lambda: page.text.toPlainText() == "\n".join(TEXTS))
    return page


@pytest.fixture
def steps_kept(library_worker: LibraryWorker, uid: str, engine: ScriptedEngine) -> CanvasRun:
    """How the first segment annealed, in the library."""
    steps = annealing_steps(
        engine.vocabulary, token_ids(engine.vocabulary, text_pieces(TEXTS[0])), 32, 6, tail="pad", revoke=0.0
    )
    last = steps[-1]
    still = token_ids(engine.vocabulary, ["▁still"])[0]
    last.argmax_ids[:6] = token_ids(engine.vocabulary, text_pieces(TEXTS[0]))
    last.top_ids[:, 0] = last.argmax_ids
    last.top_probs[3, :2] = (0.6, 0.3)
    last.top_ids[3, 1] = still
    last.top_probs[3, 2:] = 0
    run = CanvasRun(SegmentStarted(0, 0.0, 1.9, 32), tuple(steps))
    library_worker.library.replays.save(uid, 0, (run,), engine.vocabulary)
    return run


def compared(qtbot, editor: EditorPage) -> list[tuple[str, str]]:
    """What differs, once it is there to be compared."""
    qtbot.waitUntil(lambda: editor.diff_panel.isVisible() and not editor.redecode_controller.running, timeout=WAIT_MS)
    return [(piece.old, piece.new) for piece in editor.diff_panel.diff_view.differences]


def alternatives(qtbot, editor: EditorPage, at: int, start: int, end: int) -> list[str]:
    editor.text.select(at, start, end)
    editor.named_actions["alternatives"].trigger()
    popover = editor.redecode_controller.alternatives_popover
    qtbot.waitUntil(popover.isVisible, timeout=WAIT_MS)
    return [popover.list.item(row).text() for row in range(popover.list.count())]


def test_the_keys(editor: EditorPage) -> None:
    assert editor.named_actions["alternatives"].shortcut().toString() == "F9"
    assert editor.named_actions["redecode"].shortcut().toString() == "Shift+F9"


@pytest.mark.usefixtures("steps_kept")
def test_a_candidate_is_chosen_and_the_rest_heard_around_it(
    qtbot,
    editor: EditorPage,
    engine: ScriptedEngine,
    stored_texts: StoredTexts,
    library_worker: LibraryWorker,
    uid: str,
) -> None:
    assert alternatives(qtbot, editor, 0, 16, 16) == [
        "▁quiet",
        "▁still",
    ]  # the scripted vocabulary keeps its word marks
    popover = editor.redecode_controller.alternatives_popover
    popover.field.setText("still")
    QTest.keyClick(popover.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not popover.isVisible()
    assert compared(qtbot, editor) == [("harbour", "harbor"), ("quiet", "still")]
    assert stored_texts() == list(TEXTS), "nothing changes before it is accepted"
    source, asked, options, folder = engine.redecode_requests[0]
    assert (asked.first, asked.end, asked.typed, folder) == (3, 4, "still", None)
    assert (source.name, options.language, options.observe) == ("harbour.wav", "en", True)
    assert editor.diff_panel.parentWidget() is editor.text.viewport(), "in the place of its line"
    assert not editor.player.isVisible()

    QTest.keyClick(editor.diff_panel.diff_view, Qt.Key.Key_Return)
    assert not editor.diff_panel.isVisible()
    assert stored_texts()[0] == "The harbor was still that morning."
    words = editor.edit_session.segments[0].words
    assert [word.doubt == 0.0 for word in words] == [False, False, False, True, False, False]
    assert editor.edit_session.undo_label == "Listen again"
    answers: list[int] = []
    library_worker.submit_with_library(lambda library: len(library.replays.load(uid, 0).runs), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [2], "how it annealed at first is kept beside how it annealed now"
    editor.named_actions["undo"].trigger()
    assert stored_texts() == list(TEXTS)


@pytest.mark.usefixtures("steps_kept")
def test_own_words_that_sound_alike_are_among_the_alternatives(qtbot, editor: EditorPage) -> None:
    editor.redecode_controller.own_words = lambda: ("Quietus", "Kathmandu")
    assert alternatives(qtbot, editor, 0, 16, 16) == ["▁quiet", "Quietus", "▁still"]
    popover = editor.redecode_controller.alternatives_popover
    assert popover.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Quietus, own word"
    popover.grab()  # painted without a number


def test_keep_old_changes_nothing(qtbot, editor: EditorPage, stored_texts: StoredTexts) -> None:
    alternatives(qtbot, editor, 0, 16, 16)
    popover = editor.redecode_controller.alternatives_popover
    assert popover.list.isHidden(), "no steps, no candidates"
    popover.field.setText("calm")
    QTest.keyClick(popover.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert compared(qtbot, editor)
    QTest.keyClick(editor.diff_panel.diff_view, Qt.Key.Key_Escape)
    assert not editor.diff_panel.isVisible()
    assert stored_texts() == list(TEXTS)
    assert editor.edit_session.undo_label is None


def test_a_selection_over_segments_is_done_again_with_other_choices(
    qtbot, editor: EditorPage, engine: ScriptedEngine, stored_texts: StoredTexts
) -> None:
    engine.redecoded_words = {"quiet": "calm", "spoke": "silent", "harbour": "harbor", "boat": "ship"}
    cursor = editor.text.textCursor()
    cursor.setPosition(13)  # within "was", up to "spoke"
    cursor.setPosition(len(TEXTS[0]) + 1 + 9, cursor.MoveMode.KeepAnchor)
    editor.text.setTextCursor(cursor)
    editor.named_actions["redecode"].trigger()
    choices = editor.redecode_controller.options_popover
    qtbot.waitUntil(choices.isVisible, timeout=WAIT_MS)
    assert [choices.model.itemText(row) for row in range(choices.model.count())] == ["Own", "Other", "Whisper"]
    assert choices.model.currentData() is None
    choices.model.setCurrentIndex(2)
    assert not choices.steps.isEnabled()
    assert not choices.start.isEnabled()
    choices.steps.setValue(3)
    choices.start.select("noise")
    choices.model.setCurrentIndex(1)
    assert choices.steps.isEnabled()
    assert choices.start.isEnabled()
    QTest.keyClick(choices.steps, Qt.Key.Key_Return)
    assert compared(qtbot, editor) == [("quiet", "calm"), ("spoke", "silent")], "what was not selected stays"
    assert [(asked.first, asked.end, asked.typed) for _, asked, _, _ in engine.redecode_requests] == [
        (2, 6, None),
        (0, 2, None),
    ]
    assert {(options.steps, options.start, folder) for _, _, options, folder in engine.redecode_requests} == {
        (3, "noise", Path("/models/other"))
    }
    editor.diff_panel.accept.click()
    assert stored_texts() == [
        "The harbour was calm that morning.",
        "Nobody silent until the boat came.",
        TEXTS[2],
    ]
    editor.named_actions["undo"].trigger()
    assert stored_texts() == list(TEXTS), "one step back takes all of it back"


def test_another_language_is_heard_alone(qtbot, editor: EditorPage, engine: ScriptedEngine) -> None:
    editor.text.select(2, 0, 10)
    editor.named_actions["redecode"].trigger()
    choices = editor.redecode_controller.options_popover
    qtbot.waitUntil(choices.isVisible, timeout=WAIT_MS)
    choices.language.select("de")
    choices.redecode_button.click()
    compared(qtbot, editor)
    _, asked, options, _ = engine.redecode_requests[0]
    assert asked.isolated
    assert options.language == "de"


def test_each_difference_is_heard_and_the_arrows_go_round(qtbot, editor: EditorPage) -> None:
    alternatives(qtbot, editor, 0, 16, 16)
    editor.redecode_controller.alternatives_popover.field.setText("calm")
    editor.redecode_controller.alternatives_popover.redecode_button.click()
    assert len(compared(qtbot, editor)) == 2
    words, heard = editor.diff_panel.diff_view, []
    words.play_requested.connect(lambda *span: heard.append(span))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Left):
        QTest.keyClick(words, key)
    own = editor.edit_session.segments[0].words
    harbour, quiet = ((own[n].start_s, own[n].end_s) for n in (1, 3))
    assert heard == [harbour, quiet, harbour, harbour, quiet]
    place = words.cursorRect().center()
    QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x() + 4, place.y()))
    assert heard[-1] == quiet


def test_the_same_again_says_so_and_once_more_takes_other_noise(
    qtbot, editor: EditorPage, engine: ScriptedEngine
) -> None:
    engine.redecoded_words = {}
    editor.text.select(1, 0, 0)
    editor.named_actions["redecode"].trigger()
    qtbot.waitUntil(editor.redecode_controller.options_popover.isVisible, timeout=WAIT_MS)
    editor.redecode_controller.options_popover.redecode_button.click()
    assert compared(qtbot, editor) == []
    assert "same" in editor.diff_panel.title.text()
    assert not editor.diff_panel.accept.isVisible()
    assert engine.redecode_requests[0][1].word_range == (0, 6), "without a selection it is the whole segment"
    engine.redecoded_words = {"boat": "ship"}
    editor.diff_panel.new_seed.click()
    assert compared(qtbot, editor) == [("boat", "ship")]
    assert engine.redecode_requests[1][2].seed == engine.redecode_requests[0][2].seed + 1


def test_cancelling_stops_the_engine_and_keeps_the_text(
    qtbot, editor: EditorPage, engine: ScriptedEngine, stored_texts: StoredTexts
) -> None:
    engine.step_s = 0.05
    editor.named_actions["redecode"].trigger()
    qtbot.waitUntil(editor.redecode_controller.options_popover.isVisible, timeout=WAIT_MS)
    editor.redecode_controller.options_popover.steps.setValue(48)
    editor.redecode_controller.options_popover.redecode_button.click()
    qtbot.waitUntil(lambda: len(editor.player.steps) >= 2, timeout=WAIT_MS)
    assert "48" in editor.diff_panel.lead.text()
    QTest.keyClick(editor.diff_panel, Qt.Key.Key_Escape)
    assert not editor.redecode_controller.running
    assert not editor.diff_panel.isVisible()
    qtbot.waitUntil(lambda: engine.closed_early == 1, timeout=WAIT_MS)
    assert stored_texts() == list(TEXTS)


def test_a_failure_is_said_and_the_text_stays(
    qtbot, editor: EditorPage, engine: ScriptedEngine, stored_texts: StoredTexts
) -> None:
    engine.by_name = {"harbour.wav": ModelError("Too much.", "It is.", "Take less.")}
    alternatives(qtbot, editor, 0, 16, 16)
    editor.redecode_controller.alternatives_popover.redecode_button.click()
    qtbot.waitUntil(lambda: "Too much." in editor.banner.text, timeout=WAIT_MS)
    assert not editor.diff_panel.isVisible()
    assert stored_texts() == list(TEXTS)


def test_a_text_that_was_changed_meanwhile_is_not_overwritten(
    qtbot, editor: EditorPage, engine: ScriptedEngine, stored_texts: StoredTexts
) -> None:
    alternatives(qtbot, editor, 0, 16, 16)
    editor.redecode_controller.alternatives_popover.field.setText("calm")
    editor.redecode_controller.alternatives_popover.redecode_button.click()
    compared(qtbot, editor)
    editor.text.set_editing(True)
    editor.text.select(0, 0, 3)
    QTest.keyClicks(editor.text, "Our")
    editor.text.commit_typing()
    editor.diff_panel.accept.click()
    assert "changed meanwhile" in editor.banner.text
    assert stored_texts()[0] == "Our harbour was quiet that morning."


def test_leaving_the_entry_lets_go(qtbot, editor: EditorPage, engine: ScriptedEngine) -> None:
    engine.gate = threading.Event()
    alternatives(qtbot, editor, 0, 16, 16)
    editor.redecode_controller.alternatives_popover.redecode_button.click()
    qtbot.waitUntil(lambda: editor.redecode_controller.running and bool(engine.redecode_requests), timeout=WAIT_MS)
    editor.close_entry()
    engine.gate.set()
    assert not editor.redecode_controller.running
    assert not editor.diff_panel.isVisible()
    qtbot.waitUntil(lambda: engine.closed_early == 1, timeout=WAIT_MS)


def test_a_token_of_the_canvas_leads_to_its_word(qtbot, editor: EditorPage, steps_kept: CanvasRun) -> None:
    editor.text.select(0, 0, 0)
    editor.replay_current()
    qtbot.waitUntil(lambda: len(editor.player.steps) == len(steps_kept.steps), timeout=WAIT_MS)
    editor.player.canvas.token_chosen.emit(3, QRect(10, 10, 20, 20))
    popover = editor.redecode_controller.alternatives_popover
    qtbot.waitUntil(popover.isVisible, timeout=WAIT_MS)
    assert popover.title.text() == "Instead of “quiet”"
    assert editor.text.textCursor().selectedText() == "quiet"
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    editor.player.canvas.token_chosen.emit(31, QRect(10, 10, 20, 20))  # padding
    qtbot.wait(100)
    assert not popover.isVisible()


def test_letters_typed_in_the_list_go_to_the_field(qtbot, editor: EditorPage, steps_kept: CanvasRun) -> None:
    alternatives(qtbot, editor, 0, 16, 16)
    popover = editor.redecode_controller.alternatives_popover
    assert popover.list.count() >= 2
    assert popover.text == popover.list.item(1).text()
    QTest.keyClick(popover.list, Qt.Key.Key_X)
    QTest.keyClicks(popover.field, "yz")
    assert popover.text == "xyz"
    popover.field.clear()
    assert not popover.redecode_button.isEnabled()
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert popover.isVisible()
    QTest.mouseClick(editor.waveform, Qt.MouseButton.LeftButton)
    assert not popover.isVisible(), "a click elsewhere closes it"


def test_the_menu_is_about_the_word_pointed_at(editor: EditorPage) -> None:
    wanted: list[QPoint] = []
    editor.text.menu_requested.disconnect()
    editor.text.menu_requested.connect(wanted.append)
    block = editor.text.document().findBlockByNumber(2)
    cursor = editor.text.textCursor()
    cursor.setPosition(block.position() + 5)
    spot = editor.text.cursorRect(cursor).center()
    QApplication.sendEvent(
        editor.text.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, editor.text.mapToGlobal(QPointF(spot).toPoint())),
    )
    assert wanted
    assert editor.text.current_index == 2


def test_the_line_itself_settles_and_the_page_does_not_move(
    qtbot, editor: EditorPage, engine: ScriptedEngine, library_worker: LibraryWorker
) -> None:
    editor.resize(960, 560)
    editor.edit_session.apply(
        lambda segments: (*segments, *(segment(n, TEXTS[n % 3], 2.0 * n) for n in range(3, 40))), "long"
    )
    engine.gate, engine.step_s = threading.Event(), 0.01
    bar = editor.text.verticalScrollBar()
    alternatives(qtbot, editor, 20, 5, 5)
    before = bar.value()
    assert before > 0
    editor.redecode_controller.alternatives_popover.field.setText("calm")
    editor.redecode_controller.alternatives_popover.redecode_button.click()
    qtbot.waitUntil(lambda: editor.diff_panel.isVisible(), timeout=WAIT_MS)
    settling = editor.diff_panel.settling_text
    assert settling.text == TEXTS[20 % 3]
    engine.gate.set()
    qtbot.waitUntil(lambda: settling.text != TEXTS[20 % 3], timeout=WAIT_MS)
    compared(qtbot, editor)
    assert abs(bar.value() - before) < editor.text.viewport().height()
    assert editor.text.viewport().rect().contains(editor.diff_panel.geometry().topLeft())
    bar.setValue(bar.value() + 90)
    line = next(box for box, index, _ in editor.text.visible_paragraphs() if index == 20)
    assert 0 <= line.top() - editor.diff_panel.y() <= 6
    below = next(box for box, index, _ in editor.text.visible_paragraphs() if index == 21)
    assert 0 <= below.top() - editor.diff_panel.geometry().bottom() <= 20, "the next line makes room, no more"
    for button in (editor.diff_panel.new_seed, editor.diff_panel.reject, editor.diff_panel.accept):
        assert button.width() >= button.sizeHint().width()
    editor.diff_panel.reject.click()
    assert editor.focusWidget() is editor.text
    assert not editor.diff_panel.isVisible()


@pytest.mark.parametrize("end", ["accept", "reject"])
def test_the_last_line_too_makes_room_for_what_stands_in_its_place(qtbot, editor: EditorPage, end: str) -> None:
    editor.resize(960, 560)
    editor.edit_session.apply(
        lambda segments: (*segments, *(segment(n, TEXTS[n % 3], 2.0 * n) for n in range(3, 40))), "long"
    )
    before = editor.text.verticalScrollBar().maximum()
    alternatives(qtbot, editor, 39, 5, 5)
    editor.redecode_controller.alternatives_popover.field.setText("calm")
    editor.redecode_controller.alternatives_popover.redecode_button.click()
    compared(qtbot, editor)
    panel = editor.diff_panel
    for button in (panel.new_seed, panel.reject, panel.accept):
        assert button.visibleRegion().boundingRect() == button.rect()
    getattr(panel, end).click()
    qtbot.waitUntil(lambda: editor.text.verticalScrollBar().maximum() == before, timeout=WAIT_MS)


def test_replace_is_one_key_and_clears_the_marks(
    qtbot, editor: EditorPage, steps_kept: CanvasRun, stored_texts: StoredTexts, engine: ScriptedEngine
) -> None:
    editor.text.show_doubt((0, 16, 21))
    editor.text.show_played_word(0.1)
    alternatives(qtbot, editor, 0, 16, 16)
    popover = editor.redecode_controller.alternatives_popover
    popover.field.setText("very still")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert stored_texts()[0] == "The harbour was very still that morning."
    assert engine.redecode_requests == []
    assert editor.text.doubt_span is None
    backgrounds = [mark for mark in editor.text.extraSelections() if mark.format.hasProperty(0x820)]
    assert backgrounds == [], "the letters have moved"
    editor.named_actions["undo"].trigger()
    assert stored_texts() == list(TEXTS)


def test_a_digit_takes_its_candidate(
    qtbot, editor: EditorPage, steps_kept: CanvasRun, stored_texts: StoredTexts
) -> None:
    alternatives(qtbot, editor, 0, 16, 16)
    popover = editor.redecode_controller.alternatives_popover
    QTest.keyClick(popover.list, Qt.Key.Key_2)
    assert not popover.isVisible()
    assert stored_texts()[0] == "The harbour was ▁still that morning."


def test_a_pause_is_not_listened_to_again(qtbot, editor: EditorPage) -> None:
    editor.edit_session.apply(lambda segments: (Segment(9, 0.0, 60.0, ""), *segments), "pause")
    editor.text.select(0, 0, 0)
    with qtbot.waitSignal(editor.redecode_controller.failed) as failed:
        editor.named_actions["redecode"].trigger()
    assert failed.args[0].what == "There is no speech here."
    assert not editor.redecode_controller.options_popover.isVisible()
