"""Editor page: waveform and transport above, the text below, the review list beside it, and the replay on request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import notices_text
from app.jobs.library_worker import LibraryWorker
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.export import ExportOptions, export_transcript
from app.library.store import TranscriptStore
from app.transcript.find import Match
from app.transcript.model import Segment, Transcript
from app.ui.canvas.player import Player
from app.ui.lazy_text import LazyText, resolve
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.banner import Banner
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.translation_mixin import TranslationMixin

from .diff_view import DiffPanel
from .edit_session import EditSession
from .editor_waveform import EditorWaveform
from .find_bar import FindBar
from .playback_controller import PlaybackController
from .redecode_controller import AvailableModels, RedecodeController, RedecodeViews
from .replay_controller import ReplayController
from .review_list import ReviewList
from .transcript_editor import TranscriptEditor
from .transport import Transport

MIN_HEIGHT_WITH_TEXT_PX = 460
"""Below this height, canvas, diff and text do not fit together."""


@dataclass(frozen=True)
class OpenedEntry:
    """A library entry as it was read."""

    entry: Entry
    transcript: Transcript
    source_exists: bool


class EditorPage(TranslationMixin, QWidget):
    """Shows one library entry, plays it and lets the user edit it; owns the controllers that do so."""

    back_requested = Signal()
    export_requested = Signal(object)  # list[str] of uids
    find_source_requested = Signal(object)  # Entry

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
        views = RedecodeViews(self.text, self.player, self.diff_panel)
        self.redecode_controller = RedecodeController(library_worker, queue, self.edit_session, views, self)
        self._added_actions: list[tuple[QAction, LazyText, LazyText]] = []  # with their texts and tooltips
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
        top_row = QHBoxLayout()
        top_row.setSpacing(6)
        for widget in (self.back, self.title, self.search, self.copy, self.export):
            top_row.addWidget(widget, 1 if widget is self.title else 0)
        self._replay_panel, self._replay_close = _panel(), QPushButton("✕")
        self._replay_close.setProperty("look", "quiet")
        replay_column = QVBoxLayout(self._replay_panel)
        replay_column.setContentsMargins(1, 1, 1, 1)
        replay_column.setSpacing(0)
        replay_column.addWidget(self._replay_close, 0, Qt.AlignmentFlag.AlignRight)
        replay_column.addWidget(self.player, 1)
        self._text_panel = _panel()
        text_column = QVBoxLayout(self._text_panel)
        text_column.setContentsMargins(14, 12, 12, 12)
        text_column.setSpacing(6)
        text_column.addWidget(self.find_bar)
        text_column.addWidget(self.text, 1)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self._replay_panel)
        self._splitter.addWidget(self.diff_panel)
        self._splitter.addWidget(self._text_panel)
        self._splitter.setSizes([340, 90, 270])
        self._replay_panel.hide()
        self._review_panel = _panel()
        self._review_panel.setFixedWidth(216)
        review_column = QVBoxLayout(self._review_panel)
        review_column.setContentsMargins(14, 12, 10, 12)
        review_column.addWidget(self.review_list)
        main_row = QHBoxLayout()
        main_row.setSpacing(14)
        main_row.addWidget(self._splitter, 1)
        main_row.addWidget(self._review_panel)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top_row)
        column.addWidget(self.banner)
        column.addWidget(self.waveform)
        column.addWidget(self.transport)
        column.addLayout(main_row, 1)

    def _make_actions(self) -> None:
        self.named_actions: dict[str, QAction] = {}
        text = self.text
        for name, shortcut, slot in (
            ("split", "", text.split),
            ("merge", "Ctrl+J", text.merge),
            ("delete", "Ctrl+Shift+Backspace", text.delete_segment),
            ("raw_text", "", text.restore_raw_text),
            ("replay", "", self.replay_current),
            ("save_replay", "", self.save_replay),
            ("next_doubt", "F8", self.review_list.show_next),
            ("alternatives", "F9", self.redecode_controller.show_alternatives),
            ("redecode", "Shift+F9", self.redecode_controller.show_options),
            ("loop", "Ctrl+Shift+L", self.transport.loop.toggle),
            ("undo", "Ctrl+Z", self._undo),
            ("redo", "Ctrl+Shift+Z", self._redo),
            ("find", "Ctrl+F", self._open_find_bar),
            ("export", "Ctrl+E", self._export),
            ("copy", "", self.copy_text),
            ("copy_times", "", lambda: self.copy_text(times=True)),
        ):
            action = QAction(self)
            if shortcut:
                action.setShortcut(QKeySequence(shortcut))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            self.addAction(action)
            self.named_actions[name] = action
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_requested)
        self._menu = QMenu(self)
        for name in ("alternatives", "redecode"):
            self._menu.addAction(self.named_actions[name])
        self._menu.addSeparator()
        for name in ("split", "merge", "delete", "raw_text"):
            self._menu.addAction(self.named_actions[name])
        self._menu.addSeparator()
        for name in ("replay", "save_replay", "next_doubt", "find"):
            self._menu.addAction(self.named_actions[name])
        self._menu.aboutToShow.connect(self._show_raw_text_action)
        self.transport.more.setMenu(self._menu)
        self._copy_menu = QMenu(self)
        for name in ("copy", "copy_times"):
            self._copy_menu.addAction(self.named_actions[name])

    @Slot()
    def _show_raw_text_action(self) -> None:
        index = self.text.current_index
        self.named_actions["raw_text"].setVisible(index >= 0 and bool(self.text.segments[index].raw_text))

    def add_menu_action(self, text: LazyText, tooltip: LazyText, slot: Callable[[], object]) -> QAction:
        """Add an action to the end of the menu, behind a separator; it is translated with the page."""
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: slot())
        self._added_actions.append((action, text, tooltip))
        self._menu.addSeparator()
        self._menu.addAction(action)
        self._retranslate_added_actions()
        return action

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
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
        text.undo_requested.connect(self._undo)
        text.redo_requested.connect(self._redo)
        text.menu_requested.connect(self._on_menu_requested)
        text.segment_entered.connect(self._on_segment_entered)
        self.playback_controller.failed.connect(self.banner.show_error)
        self.playback_controller.source_missing.connect(self._show_missing_source)
        self.replay_controller.failed.connect(self.banner.show_error)
        self.replay_controller.steps_missing.connect(self._show_missing_steps)
        self.find_bar.matches_changed.connect(self._on_matches_changed)
        self.find_bar.match_shown.connect(lambda match: text.select(match.segment_index, match.start, match.end))
        self.find_bar.closed.connect(text.setFocus)
        self.review_list.doubt_chosen.connect(self.playback_controller.play_doubt)
        self.review_list.alternatives_requested.connect(self.redecode_controller.show_alternatives)
        self._replay_close.clicked.connect(self._replay_panel.hide)
        self.redecode_controller.failed.connect(self.banner.show_error)
        self.redecode_controller.canvas_requested.connect(self.replay_controller.clear_shown)
        self.redecode_controller.canvas_requested.connect(self._replay_panel.show)
        self.replay_controller.run_shown.connect(self.redecode_controller.set_shown_run)
        self.diff_panel.play_requested.connect(self.playback_controller.play_span)
        self.diff_panel.changed.connect(self._hide_text_in_low_window)

    # --- opening

    @property
    def entry(self) -> Entry | None:
        return self._opened.entry if self._opened else None

    def open(self, uid: str, position: int | None = None) -> None:
        """Read an entry from the library and show it, with the cursor at segment ``position``."""
        self.close_entry()
        self._library_worker.submit(
            lambda store: _read_entry(store, uid),
            lambda opened: self._show_entry(opened, position),
            self.banner.show_error,
        )

    def append_segment(self, uid: str, segment: Segment) -> None:
        """Append a segment that has just been stored, if its entry is the one that is open."""
        if self.edit_session.uid == uid and self._opened is not None:
            self.text.commit_typing()
            self.edit_session.append_segment(segment)

    @Slot()
    def close_entry(self) -> None:
        """Stop playback and redecoding, and commit what was typed."""
        self.redecode_controller.close()
        self.playback_controller.close()
        self.text.set_editing(False)

    def _show_entry(self, opened: OpenedEntry, position: int | None) -> None:
        self._opened = opened
        self.banner.hide()
        if warnings := opened.entry.warnings:
            self.banner.show_message(lambda: notices_text(warnings), is_note=True)
        self._replay_panel.hide()
        self.find_bar.close_bar()
        self.edit_session.start(opened.entry.uid, opened.transcript.segments)
        self.title.set_full_text(opened.entry.title)
        self.text.select(position or 0, 0, 0)
        self.playback_controller.open(opened.entry, opened.source_exists)
        self.redecode_controller.open(opened.entry)
        self.text.setFocus()

    def set_available_models(self, models: AvailableModels) -> None:
        """Offer these models for redecoding."""
        self.redecode_controller.models = models

    @Slot(object)
    def _show_missing_source(self, entry: Entry) -> None:
        self.banner.show_message(
            lambda: self.tr("{file} is no longer where it was. The text can be corrected, but not heard.").format(
                file=entry.source.name
            ),
            lambda: self.tr("Show where it is…"),
            lambda: self.find_source_requested.emit(entry),
        )

    # --- editing

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
        speakers = sorted({segment.speaker for segment in segments} - {""})
        self.transport.speaker.setEnabled(bool(segments))
        self.transport.show_speaker(segments[index].speaker if 0 <= index < len(segments) else "", speakers)

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
    def _on_menu_requested(self, position: QPoint) -> None:
        self._menu.popup(position)

    # --- export

    def copy_text(self, times: bool = False) -> None:
        """Copy the whole text to the clipboard, with or without times."""
        self.text.commit_typing()
        if self._opened is None:
            return
        transcript = replace(self._opened.transcript, segments=self.edit_session.segments)
        text = export_transcript(transcript, "txt", ExportOptions(times=times))
        assert isinstance(text, str)
        QGuiApplication.clipboard().setText(text)
        self.banner.show_message(lambda: self.tr("The text is on the clipboard."), is_note=True)

    @Slot()
    def _export(self) -> None:
        self.text.commit_typing()
        if self._opened is not None:
            self.export_requested.emit([self._opened.entry.uid])

    # --- replay

    @Slot()
    def replay_current(self) -> None:
        """Play the denoising of the segment at the cursor."""
        if self._opened is not None and self.text.segments:
            self.replay_controller.play(
                self._opened.entry, self.text.segments[self.text.current_index], self._replay_panel.show
            )

    @Slot()
    def save_replay(self) -> None:
        """Offer to export the denoising of the segment at the cursor as a video or an HTML page."""
        if self._opened is not None and self.text.segments:
            self.replay_controller.offer_export(self._opened.entry, self.text.segments[self.text.current_index])

    @Slot()
    def _show_missing_steps(self) -> None:
        self.banner.show_message(lambda: self.tr("The steps of this segment are not kept any longer."), is_note=True)

    # --- Qt

    @Slot()
    def _hide_text_in_low_window(self) -> None:
        """In a low window, hide the text while the diff panel is shown, and the canvas too once the diff is there."""
        too_low = not self.diff_panel.isHidden() and self._splitter.height() < MIN_HEIGHT_WITH_TEXT_PX
        self._text_panel.setVisible(not too_low)
        if too_low and not self.diff_panel.running:
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
            ("raw_text", self.tr("Take the raw text of the canvas")),
            ("replay", self.tr("Watch it anneal again")),
            ("save_replay", self.tr("Save the annealing…")),
            ("next_doubt", self.tr("Check the next doubt")),
            ("alternatives", self.tr("Alternatives…")),
            ("redecode", self.tr("Denoise again…")),
            ("loop", self.tr("Hear this segment over and over")),
            ("undo", self.tr("Undo")),
            ("redo", self.tr("Redo")),
            ("find", self.tr("Find and replace")),
            ("export", self.tr("Export…")),
            ("copy", self.tr("Copy the text")),
            ("copy_times", self.tr("Copy with times")),
        ):
            self.named_actions[name].setText(text)
        self._retranslate_added_actions()

    def _retranslate_added_actions(self) -> None:
        for action, text, tooltip in self._added_actions:
            action.setText(resolve(text))
            action.setToolTip(resolve(tooltip))


def _read_entry(store: TranscriptStore, uid: str) -> OpenedEntry:
    """Runs in the library worker's thread."""
    entry = store.entry(uid)
    return OpenedEntry(entry, store.transcript(uid), entry.source.is_file())


def _panel() -> QFrame:
    panel = QFrame()
    panel.setProperty("look", "card")
    return panel
