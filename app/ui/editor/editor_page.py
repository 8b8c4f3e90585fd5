"""The editor's page: the sound above, the text below, what to check beside it, and how it annealed where that is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.jobs.library_worker import Clerk
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.export import Choices, export
from app.transcript.find import Match
from app.transcript.model import Segment, Transcript
from app.ui.canvas.player import Player
from app.ui.menus.actions import with_keys
from app.ui.widgets.banner import Banner
from app.ui.widgets.elided_label import ElidedLabel

from .diff_view import Comparison
from .edit_session import Corrections
from .editor_waveform import EditorWaveform
from .find_bar import FindBar
from .playback_controller import Hearing
from .redecode_controller import RedoDesk
from .replay_controller import Annealed
from .review_list import CheckList
from .transcript_editor import EditorText
from .transport import Transport

LOW_PX = 460
"""Less room than this is too little for canvas, comparison and text."""


@dataclass(frozen=True)
class Opened:
    """An entry as the library has it."""

    entry: Entry
    transcript: Transcript
    present: bool
    """Whether its source is where it was."""


class EditorPage(QWidget):
    back_wanted = Signal()
    export_wanted = Signal(object)  # list[str] of uids
    find_source_wanted = Signal(object)  # Entry

    def __init__(self, clerk: Clerk, queue: TranscriptionQueue | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clerk = clerk
        self._opened: Opened | None = None
        self.corrections = Corrections(clerk, self)
        self.title = ElidedLabel()
        self.title.setProperty("look", "strong")
        self.back, self.search, self.copy, self.export = (QPushButton() for _ in range(4))
        self.banner = Banner()
        self.waveform = EditorWaveform()
        self.transport = Transport()
        self.find_bar = FindBar(self.corrections)
        self.text = EditorText(self.corrections)
        self.checks = CheckList()
        self.player, self.comparison = Player(), Comparison()
        self.annealed = Annealed(clerk, self.player, self)
        self.hearing = Hearing(self.waveform, self.transport, self.text, self)
        self.redo_desk = RedoDesk(clerk, queue, self.corrections, self.text, self.player, self.comparison, self)
        self._lay_out()
        self._make_actions()
        self._connect()
        self._retranslate()
        self._show_corrections()

    # --- layout

    def _lay_out(self) -> None:
        for button in (self.back, self.search, self.export, self.copy):
            button.setProperty("look", "quiet")
        head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (self.back, self.title, self.search, self.copy, self.export):
            head.addWidget(widget, 1 if widget is self.title else 0)
        self._replay_card, self._replay_close = _card(), QPushButton("✕")
        self._replay_close.setProperty("look", "quiet")
        inside = QVBoxLayout(self._replay_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._replay_close, 0, Qt.AlignmentFlag.AlignRight)
        inside.addWidget(self.player, 1)
        text_card = self._text_card = _card()
        inside = QVBoxLayout(text_card)
        inside.setContentsMargins(14, 12, 12, 12)
        inside.setSpacing(6)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.text, 1)
        upright = self._upright = QSplitter(Qt.Orientation.Vertical)
        upright.addWidget(self._replay_card)
        upright.addWidget(self.comparison)
        upright.addWidget(text_card)
        upright.setSizes([340, 90, 270])
        self._replay_card.hide()
        check_card = self._check_card = _card()
        check_card.setFixedWidth(216)
        inside = QVBoxLayout(check_card)
        inside.setContentsMargins(14, 12, 10, 12)
        inside.addWidget(self.checks)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(upright, 1)
        beside.addWidget(check_card)
        upright.setChildrenCollapsible(False)
        upright.setHandleWidth(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self.waveform)
        column.addWidget(self.transport)
        column.addLayout(beside, 1)

    def _make_actions(self) -> None:
        self._acts: dict[str, QAction] = {}
        text = self.text
        for name, keys, do in (
            ("split", "", text.split),
            ("merge", "Ctrl+J", text.merge),
            ("delete", "Ctrl+Shift+Backspace", text.delete_segment),
            ("replay", "", self.replay_current),
            ("save_annealing", "", self.save_annealing),
            ("next_doubt", "F8", self.checks.go_on),
            ("alternatives", "F9", self.redo_desk.show_alternatives),
            ("again", "Shift+F9", self.redo_desk.show_choices),
            ("loop", "Ctrl+Shift+L", self.transport.loop.toggle),
            ("undo", "Ctrl+Z", self._undo),
            ("redo", "Ctrl+Shift+Z", self._redo),
            ("find", "Ctrl+F", self._open_find),
            ("export", "Ctrl+E", self._export),
            ("copy", "", self.copy_text),
            ("copy_times", "", lambda: self.copy_text(times=True)),
        ):
            action = QAction(self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, do=do: do())
            self.addAction(action)
            self._acts[name] = action
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_wanted)
        self._menu = QMenu(self)
        for name in ("alternatives", "again"):
            self._menu.addAction(self._acts[name])
        self._menu.addSeparator()
        for name in ("split", "merge", "delete"):
            self._menu.addAction(self._acts[name])
        self._menu.addSeparator()
        for name in ("replay", "save_annealing", "next_doubt", "find"):
            self._menu.addAction(self._acts[name])
        self.transport.more.setMenu(self._menu)
        self._copies = QMenu(self)
        for name in ("copy", "copy_times"):
            self._copies.addAction(self._acts[name])

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.search.clicked.connect(self._open_find)
        self.copy.clicked.connect(lambda: self._copies.popup(self.copy.mapToGlobal(self.copy.rect().bottomLeft())))
        self.export.clicked.connect(self._export)
        self.corrections.changed.connect(self._show_corrections)
        self.corrections.failed.connect(self.banner.say_error)
        transport, text = self.transport, self.text
        transport.undo.clicked.connect(self._undo)
        transport.redo.clicked.connect(self._redo)
        transport.correct.toggled.connect(self._on_correct_toggled)
        transport.speaker.editingFinished.connect(self._on_speaker_named)
        text.correcting_changed.connect(transport.correct.setChecked)
        text.undo_wanted.connect(self._undo)
        text.redo_wanted.connect(self._redo)
        text.menu_wanted.connect(self._on_menu_wanted)
        text.segment_entered.connect(self._on_segment_entered)
        self.hearing.failed.connect(self.banner.say_error)
        self.hearing.missed.connect(self._say_missing)
        self.annealed.failed.connect(self.banner.say_error)
        self.annealed.missed.connect(self._say_no_steps)
        self.find_bar.found.connect(self._on_found)
        self.find_bar.shown.connect(lambda match: text.select(match.at, match.start, match.end))
        self.find_bar.closed.connect(text.setFocus)
        self.checks.chosen.connect(self.hearing.hear)
        self.checks.alternatives_wanted.connect(self.redo_desk.show_alternatives)
        self._replay_close.clicked.connect(self._replay_card.hide)
        self.redo_desk.failed.connect(self.banner.say_error)
        self.redo_desk.canvas_wanted.connect(self.annealed.forget)
        self.redo_desk.canvas_wanted.connect(self._replay_card.show)
        self.annealed.shown.connect(self.redo_desk.replay_shown)
        self.comparison.hear_wanted.connect(self.hearing.hear_span)
        self.comparison.changed.connect(self._make_room)

    # --- opening

    @property
    def entry(self) -> Entry | None:
        return self._opened.entry if self._opened else None

    def open(self, uid: str, position: int | None = None) -> None:
        """Read an entry and show it; ``position`` is the segment to begin at."""
        self.close_entry()
        self._clerk.ask(
            lambda history: _opened(history.entry(uid), history.transcript(uid)),
            lambda opened: self._show_opened(opened, position),
            self.banner.say_error,
        )

    def take(self, uid: str, segment: Segment) -> None:
        """A segment of an entry is finished and kept; where that entry is open, its text grows."""
        if self.corrections.uid == uid and self._opened is not None:
            self.text.keep_typing()
            self.corrections.grow(segment)

    def close_entry(self) -> None:
        """Be silent, and keep what was typed."""
        self.redo_desk.close()
        self.hearing.close()
        self.text.correct(False)

    def _show_opened(self, opened: Opened, position: int | None) -> None:
        self._opened = opened
        self.banner.hide()
        self._replay_card.hide()
        self.find_bar.close_bar()
        self.corrections.begin(opened.entry.uid, opened.transcript.segments)
        self.title.set_whole_text(opened.entry.title)
        self.text.select(position or 0, 0, 0)
        self.hearing.open(opened.entry, opened.present)
        self.redo_desk.begin(opened.entry)
        self.text.setFocus()

    def shut_down(self, wait_ms: int) -> bool:
        """Keep what was typed, and wait for the threads; False if one is still busy."""
        self.close_entry()
        return self.hearing.shut_down(wait_ms)

    @Slot(object)
    def _say_missing(self, entry: Entry) -> None:
        self.banner.say(
            lambda: self.tr("{file} is no longer where it was. The text can be corrected, but not heard.").format(
                file=entry.source.name
            ),
            lambda: self.tr("Show where it is…"),
            lambda: self.find_source_wanted.emit(entry),
        )

    # --- correcting

    @Slot()
    def _show_corrections(self) -> None:
        segments = self.corrections.segments
        self.waveform.show_spans([(segment.start_s, segment.end_s) for segment in segments])
        self.transport.show_turns(self.corrections.undoes, self.corrections.redoes)
        self.checks.show_segments(segments)
        self._check_card.setVisible(bool(self.checks.doubts))
        for button in (self.copy, self.export, self.search):
            button.setEnabled(bool(segments))
        self._on_segment_entered(self.text.current)

    @Slot(int)
    def _on_segment_entered(self, at: int) -> None:
        segments = self.text.segments
        known = sorted({segment.speaker for segment in segments} - {""})
        self.transport.speaker.setEnabled(bool(segments))
        self.transport.show_speaker(segments[at].speaker if 0 <= at < len(segments) else "", known)

    @Slot()
    def _on_speaker_named(self) -> None:
        self.text.name_speaker(self.transport.speaker.text())

    @Slot(bool)
    def _on_correct_toggled(self, on: bool) -> None:
        self.text.correct(on)
        self.text.setFocus()

    @Slot()
    def _undo(self) -> None:
        self.text.keep_typing()
        self.corrections.undo()

    @Slot()
    def _redo(self) -> None:
        self.text.keep_typing()
        self.corrections.redo()

    @Slot()
    def _open_find(self) -> None:
        self.text.keep_typing()
        self.find_bar.open_bar(self.text.textCursor().selectedText().split("\u2029")[0])

    @Slot(object)
    def _on_found(self, matches: list[Match]) -> None:
        self.text.show_found(matches)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self._menu.popup(place)

    # --- taking elsewhere

    def copy_text(self, times: bool = False) -> None:
        """The text on the clipboard, with or without times."""
        self.text.keep_typing()
        if self._opened is None:
            return
        segments, opened = self.corrections.segments, self._opened.transcript
        transcript = Transcript(
            opened.source, opened.language, opened.duration_s, opened.model, opened.device, opened.steps, opened.seed,
            segments,
        )  # fmt: skip
        text = export(transcript, "txt", Choices(times=times))
        assert isinstance(text, str)
        QGuiApplication.clipboard().setText(text)
        self.banner.say(lambda: self.tr("The text is on the clipboard."), note=True)

    @Slot()
    def _export(self) -> None:
        self.text.keep_typing()
        if self._opened is not None:
            self.export_wanted.emit([self._opened.entry.uid])

    # --- watching again

    @Slot()
    def replay_current(self) -> None:
        """Show how the segment at the cursor annealed."""
        if self._opened is not None and self.text.segments:
            self.annealed.play(self._opened.entry, self.text.segments[self.text.current], self._replay_card.show)

    @Slot()
    def save_annealing(self) -> None:
        """Offer to keep that as a film or a page."""
        if self._opened is not None and self.text.segments:
            self.annealed.save(self._opened.entry, self.text.segments[self.text.current])

    @Slot()
    def _say_no_steps(self) -> None:
        self.banner.say(lambda: self.tr("The steps of this segment are not kept any longer."), note=True)

    # --- Qt

    @Slot()
    def _make_room(self) -> None:
        """In a low window the text gives way to the two versions of it, and to them, once they are there, the canvas."""
        comparing = not self.comparison.isHidden() and self._upright.height() < LOW_PX
        self._text_card.setVisible(not comparing)
        if comparing and not self.comparison.running:
            self._replay_card.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.hearing.toggle()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hearing.loudspeaker.stop()
        self.text.keep_typing()

    def _retranslate(self) -> None:
        self.back.setText("‹ " + self.tr("Library"))
        self.back.setToolTip(with_keys(self.tr("Back to the library"), "Alt+Left"))
        self.search.setText(self.tr("Find"))
        self.search.setToolTip(with_keys(self.tr("Find and replace"), "Ctrl+F"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(with_keys(self.tr("Copy the text"), "Ctrl+Shift+C"))
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(with_keys(self.tr("Export this transcript"), "Ctrl+E"))
        self._replay_close.setAccessibleName(self.tr("Close the replay"))
        self._replay_close.setToolTip(self.tr("Close the replay"))
        for name, text in (
            ("split", self.tr("Split here")),
            ("merge", self.tr("Join with the next segment")),
            ("delete", self.tr("Delete this segment")),
            ("replay", self.tr("Watch it anneal again")),
            ("save_annealing", self.tr("Save the annealing…")),
            ("next_doubt", self.tr("Check the next doubt")),
            ("alternatives", self.tr("Alternatives…")),
            ("again", self.tr("Denoise again…")),
            ("loop", self.tr("Hear this segment over and over")),
            ("undo", self.tr("Undo")),
            ("redo", self.tr("Redo")),
            ("find", self.tr("Find and replace")),
            ("export", self.tr("Export…")),
            ("copy", self.tr("Copy the text")),
            ("copy_times", self.tr("Copy with times")),
        ):
            self._acts[name].setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _opened(entry: Entry, transcript: Transcript) -> Opened:
    return Opened(entry, transcript, entry.source.is_file())


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    return card
