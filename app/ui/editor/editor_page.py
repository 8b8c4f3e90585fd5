"""The editor's page: the sound above, the text below, what to check beside it, and how it annealed where that is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.library_worker import LibraryWorker
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.export import ExportOptions, export_transcript
from app.transcript.find import Match
from app.transcript.model import Segment, Transcript
from app.ui.canvas.player import Player
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.banner import Banner
from app.ui.widgets.elided_label import ElidedLabel

from .diff_view import DiffPanel
from .edit_session import EditSession
from .editor_waveform import EditorWaveform
from .find_bar import FindBar
from .playback_controller import PlaybackController
from .redecode_controller import RedecodeController
from .replay_controller import ReplayController
from .review_list import ReviewList
from .transcript_editor import TranscriptEditor
from .transport import Transport

MIN_HEIGHT_WITH_TEXT_PX = 460
"""Less room than this is too little for canvas, comparison and text."""


@dataclass(frozen=True)
class OpenedEntry:
    """An entry as the library has it."""

    entry: Entry
    transcript: Transcript
    source_exists: bool
    """Whether its source is where it was."""


class EditorPage(QWidget):
    back_wanted = Signal()
    export_wanted = Signal(object)  # list[str] of uids
    find_source_wanted = Signal(object)  # Entry

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        library_worker: LibraryWorker,
        queue: TranscriptionQueue | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._opened: OpenedEntry | None = None
        self.edit_session = EditSession(library_worker, self)
        self.title = ElidedLabel()
        self.title.setProperty("look", "strong")
        self.back, self.search, self.copy, self.export = (QPushButton() for _ in range(4))
        self.banner = Banner()
        self.waveform = EditorWaveform()
        self.transport = Transport()
        self.find_bar = FindBar(self.edit_session)
        self.text = TranscriptEditor(self.edit_session)
        self.review_list = ReviewList()
        self.player, self.diff_panel = Player(), DiffPanel()
        self.replay_controller = ReplayController(library_worker, self.player, self)
        self.playback_controller = PlaybackController(background_tasks, self.waveform, self.transport, self.text, self)
        self.redecode_controller = RedecodeController(
            library_worker, queue, self.edit_session, self.text, self.player, self.diff_panel, self
        )
        self._lay_out()
        self._make_actions()
        self._connect()
        background_tasks.shutting_down.connect(self.close_entry)
        self._retranslate()
        self._show_segments()

    # --- layout

    def _lay_out(self) -> None:
        for button in (self.back, self.search, self.export, self.copy):
            button.setProperty("look", "quiet")
        head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (self.back, self.title, self.search, self.copy, self.export):
            head.addWidget(widget, 1 if widget is self.title else 0)
        self._replay_panel, self._replay_close = _panel(), QPushButton("✕")
        self._replay_close.setProperty("look", "quiet")
        inside = QVBoxLayout(self._replay_panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._replay_close, 0, Qt.AlignmentFlag.AlignRight)
        inside.addWidget(self.player, 1)
        text_card = self._text_panel = _panel()
        inside = QVBoxLayout(text_card)
        inside.setContentsMargins(14, 12, 12, 12)
        inside.setSpacing(6)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.text, 1)
        upright = self._splitter = QSplitter(Qt.Orientation.Vertical)
        upright.addWidget(self._replay_panel)
        upright.addWidget(self.diff_panel)
        upright.addWidget(text_card)
        upright.setSizes([340, 90, 270])
        self._replay_panel.hide()
        check_card = self._review_panel = _panel()
        check_card.setFixedWidth(216)
        inside = QVBoxLayout(check_card)
        inside.setContentsMargins(14, 12, 10, 12)
        inside.addWidget(self.review_list)
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
        self.named_actions: dict[str, QAction] = {}
        text = self.text
        for name, keys, do in (
            ("split", "", text.split),
            ("merge", "Ctrl+J", text.merge),
            ("delete", "Ctrl+Shift+Backspace", text.delete_segment),
            ("replay", "", self.replay_current),
            ("save_annealing", "", self.save_replay),
            ("next_doubt", "F8", self.review_list.show_next),
            ("alternatives", "F9", self.redecode_controller.show_alternatives),
            ("again", "Shift+F9", self.redecode_controller.show_options),
            ("loop", "Ctrl+Shift+L", self.transport.loop.toggle),
            ("undo", "Ctrl+Z", self._undo),
            ("redo", "Ctrl+Shift+Z", self._redo),
            ("find", "Ctrl+F", self._open_find_bar),
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
            self.named_actions[name] = action
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_wanted)
        self._menu = QMenu(self)
        for name in ("alternatives", "again"):
            self._menu.addAction(self.named_actions[name])
        self._menu.addSeparator()
        for name in ("split", "merge", "delete"):
            self._menu.addAction(self.named_actions[name])
        self._menu.addSeparator()
        for name in ("replay", "save_annealing", "next_doubt", "find"):
            self._menu.addAction(self.named_actions[name])
        self.transport.more.setMenu(self._menu)
        self._copy_menu = QMenu(self)
        for name in ("copy", "copy_times"):
            self._copy_menu.addAction(self.named_actions[name])

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.search.clicked.connect(self._open_find_bar)
        self.copy.clicked.connect(lambda: self._copy_menu.popup(self.copy.mapToGlobal(self.copy.rect().bottomLeft())))
        self.export.clicked.connect(self._export)
        self.edit_session.changed.connect(self._show_segments)
        self.edit_session.failed.connect(self.banner.show_error)
        transport, text = self.transport, self.text
        transport.undo.clicked.connect(self._undo)
        transport.redo.clicked.connect(self._redo)
        transport.edit.toggled.connect(self._on_editing_toggled)
        transport.speaker.editingFinished.connect(self._on_speaker_named)
        text.editing_changed.connect(transport.edit.setChecked)
        text.undo_wanted.connect(self._undo)
        text.redo_wanted.connect(self._redo)
        text.menu_wanted.connect(self._on_menu_wanted)
        text.segment_entered.connect(self._on_segment_entered)
        self.playback_controller.failed.connect(self.banner.show_error)
        self.playback_controller.source_missing.connect(self._show_missing_source)
        self.replay_controller.failed.connect(self.banner.show_error)
        self.replay_controller.steps_missing.connect(self._show_missing_steps)
        self.find_bar.matches_changed.connect(self._on_matches_changed)
        self.find_bar.match_shown.connect(lambda match: text.select(match.at, match.start, match.end))
        self.find_bar.closed.connect(text.setFocus)
        self.review_list.doubt_chosen.connect(self.playback_controller.play_doubt)
        self.review_list.alternatives_wanted.connect(self.redecode_controller.show_alternatives)
        self._replay_close.clicked.connect(self._replay_panel.hide)
        self.redecode_controller.failed.connect(self.banner.show_error)
        self.redecode_controller.canvas_wanted.connect(self.replay_controller.clear_shown)
        self.redecode_controller.canvas_wanted.connect(self._replay_panel.show)
        self.replay_controller.run_shown.connect(self.redecode_controller.set_shown_run)
        self.diff_panel.play_wanted.connect(self.playback_controller.play_span)
        self.diff_panel.changed.connect(self._hide_text_in_low_window)

    # --- opening

    @property
    def entry(self) -> Entry | None:
        return self._opened.entry if self._opened else None

    def open(self, uid: str, position: int | None = None) -> None:
        """Read an entry and show it; ``position`` is the segment to begin at."""
        self.close_entry()
        self._library_worker.submit(
            lambda history: _opened(history.entry(uid), history.transcript(uid)),
            lambda opened: self._show_entry(opened, position),
            self.banner.show_error,
        )

    def append_segment(self, uid: str, segment: Segment) -> None:
        """A segment of an entry is finished and kept; where that entry is open, its text grows."""
        if self.edit_session.uid == uid and self._opened is not None:
            self.text.commit_typing()
            self.edit_session.append_segment(segment)

    @Slot()
    def close_entry(self) -> None:
        """Be silent, and keep what was typed."""
        self.redecode_controller.close()
        self.playback_controller.close()
        self.text.set_editing(False)

    def _show_entry(self, opened: OpenedEntry, position: int | None) -> None:
        self._opened = opened
        self.banner.hide()
        self._replay_panel.hide()
        self.find_bar.close_bar()
        self.edit_session.start(opened.entry.uid, opened.transcript.segments)
        self.title.set_full_text(opened.entry.title)
        self.text.select(position or 0, 0, 0)
        self.playback_controller.open(opened.entry, opened.source_exists)
        self.redecode_controller.open(opened.entry)
        self.text.setFocus()

    @Slot(object)
    def _show_missing_source(self, entry: Entry) -> None:
        self.banner.show_message(
            lambda: self.tr("{file} is no longer where it was. The text can be corrected, but not heard.").format(
                file=entry.source.name
            ),
            lambda: self.tr("Show where it is…"),
            lambda: self.find_source_wanted.emit(entry),
        )

    # --- correcting

    @Slot()
    def _show_segments(self) -> None:
        segments = self.edit_session.segments
        self.waveform.show_segment_spans([(segment.start_s, segment.end_s) for segment in segments])
        self.transport.show_undo_labels(self.edit_session.undo_label, self.edit_session.redo_label)
        self.review_list.show_segments(segments)
        self._review_panel.setVisible(bool(self.review_list.doubts))
        for button in (self.copy, self.export, self.search):
            button.setEnabled(bool(segments))
        self._on_segment_entered(self.text.current_index)

    @Slot(int)
    def _on_segment_entered(self, index: int) -> None:
        segments = self.text.segments
        known = sorted({segment.speaker for segment in segments} - {""})
        self.transport.speaker.setEnabled(bool(segments))
        self.transport.show_speaker(segments[index].speaker if 0 <= index < len(segments) else "", known)

    @Slot()
    def _on_speaker_named(self) -> None:
        self.text.name_speaker(self.transport.speaker.text())

    @Slot(bool)
    def _on_editing_toggled(self, on: bool) -> None:
        self.text.set_editing(on)
        self.text.setFocus()

    @Slot()
    def _undo(self) -> None:
        self.text.commit_typing()
        self.edit_session.undo()

    @Slot()
    def _redo(self) -> None:
        self.text.commit_typing()
        self.edit_session.redo()

    @Slot()
    def _open_find_bar(self) -> None:
        self.text.commit_typing()
        self.find_bar.open_bar(self.text.textCursor().selectedText().split("\u2029")[0])

    @Slot(object)
    def _on_matches_changed(self, matches: list[Match]) -> None:
        self.text.show_matches(matches)

    @Slot(QPoint)
    def _on_menu_wanted(self, place: QPoint) -> None:
        self._menu.popup(place)

    # --- taking elsewhere

    def copy_text(self, times: bool = False) -> None:
        """The text on the clipboard, with or without times."""
        self.text.commit_typing()
        if self._opened is None:
            return
        segments, opened = self.edit_session.segments, self._opened.transcript
        transcript = Transcript(
            opened.source, opened.language, opened.duration_s, opened.model, opened.device, opened.steps, opened.seed,
            segments,
        )  # fmt: skip
        text = export_transcript(transcript, "txt", ExportOptions(times=times))
        assert isinstance(text, str)
        QGuiApplication.clipboard().setText(text)
        self.banner.show_message(lambda: self.tr("The text is on the clipboard."), is_note=True)

    @Slot()
    def _export(self) -> None:
        self.text.commit_typing()
        if self._opened is not None:
            self.export_wanted.emit([self._opened.entry.uid])

    # --- watching again

    @Slot()
    def replay_current(self) -> None:
        """Show how the segment at the cursor annealed."""
        if self._opened is not None and self.text.segments:
            self.replay_controller.play(
                self._opened.entry, self.text.segments[self.text.current_index], self._replay_panel.show
            )

    @Slot()
    def save_replay(self) -> None:
        """Offer to keep that as a film or a page."""
        if self._opened is not None and self.text.segments:
            self.replay_controller.offer_export(self._opened.entry, self.text.segments[self.text.current_index])

    @Slot()
    def _show_missing_steps(self) -> None:
        self.banner.show_message(lambda: self.tr("The steps of this segment are not kept any longer."), is_note=True)

    # --- Qt

    @Slot()
    def _hide_text_in_low_window(self) -> None:
        """In a low window the text gives way to the two versions of it, and to them, once they are there, the canvas."""
        comparing = not self.diff_panel.isHidden() and self._splitter.height() < MIN_HEIGHT_WITH_TEXT_PX
        self._text_panel.setVisible(not comparing)
        if comparing and not self.diff_panel.running:
            self._replay_panel.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_text_in_low_window()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.playback_controller.toggle()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.playback_controller.playback.stop()
        self.text.commit_typing()

    def _retranslate(self) -> None:
        self.back.setText("‹ " + self.tr("Library"))
        self.back.setToolTip(with_shortcut(self.tr("Back to the library"), "Alt+Left"))
        self.search.setText(self.tr("Find"))
        self.search.setToolTip(with_shortcut(self.tr("Find and replace"), "Ctrl+F"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(with_shortcut(self.tr("Copy the text"), "Ctrl+Shift+C"))
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(with_shortcut(self.tr("Export this transcript"), "Ctrl+E"))
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
            self.named_actions[name].setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _opened(entry: Entry, transcript: Transcript) -> OpenedEntry:
    return OpenedEntry(entry, transcript, entry.source.is_file())


def _panel() -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    return card
