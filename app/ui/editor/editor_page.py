"""Editor page: waveform and transport above, the text below, the review list beside it, and the replay on request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.error_text import notices_text
from app.jobs.library_worker import LibraryWorker
from app.jobs.transcription_queue import TranscriptionQueue
from app.library.entry import Entry
from app.library.export import ExportOptions, export_transcript
from app.library.store import TranscriptStore
from app.library.word_candidates import Candidate
from app.library.word_doubt import DOUBT_DIGITS, DoubtfulSpan, doubt_threshold, doubtful_spans
from app.speech.options import TranscribeOptions
from app.transcript import edits
from app.transcript.edits import Segments
from app.transcript.find import FindQuery, Match, find_all
from app.transcript.model import Segment, Transcript
from app.ui.canvas.player import Player
from app.ui.lazy_text import LazyText, resolve
from app.ui.menus.actions import with_shortcut
from app.ui.widgets.banner import Banner
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin

from .diff_view import DiffPanel
from .edit_session import EditSession
from .editor_waveform import EditorWaveform
from .find_bar import FindBar
from .playback_controller import PlaybackController
from .redecode_controller import AvailableModels, RedecodeController, RedecodeViews
from .replay_controller import ReplayController
from .review_list import ReviewList
from .speakers_menu import SpeakersMenu
from .transcript_editor import TranscriptEditor
from .transport import Transport

REVIEW_WIDTH_PX = 272
MIN_WIDTH_WITH_REVIEW_PX, MIN_HEIGHT_WITH_REVIEW_PX = 640, 500
"""Size of the page from which the words to check stand beside the text."""
LOW_BELOW_PX, TEXT_MIN_PX = 500, 48
"""Height of the page below which waveform and controls are small, and the smallest one of the text."""


@dataclass(frozen=True)
class OpenedEntry:
    """A library entry as it was read."""

    entry: Entry
    transcript: Transcript
    source_exists: bool
    doubt_threshold: float
    """Doubt from which on a word is worth checking."""
    doubt_count: int
    """How many places there were to check before any was."""


class EditorPage(TranslationMixin, QWidget):
    """Shows one library entry, plays it and lets the user edit it; owns the controllers that do so."""

    back_requested = Signal()
    export_requested = Signal(object)  # list[str] of uids
    find_source_requested = Signal(object)  # Entry
    rule_requested = Signal(str, str)  # what is always to be replaced, and by what
    underlining_chosen = Signal(bool)  # whether words to check are underlined

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        library_worker: LibraryWorker,
        spectrograms_folder: Path,
        queue: TranscriptionQueue | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library_worker = library_worker
        self._opened: OpenedEntry | None = None
        self._uid_to_check = ""
        """Entry whose first word to check is shown when it is open."""
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
        self.playback_controller = PlaybackController(
            background_tasks, self.waveform, self.transport, self.text, spectrograms_folder, self
        )
        self.diff_panel.setParent(self.text.viewport())
        views = RedecodeViews(self.text, self.player, self.diff_panel)
        self.speakers_menu = SpeakersMenu(
            background_tasks, library_worker, self.edit_session, self.text, self.banner, self
        )
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
        self.text.setMinimumHeight(TEXT_MIN_PX)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self._replay_panel)
        self._splitter.addWidget(self._text_panel)
        self._splitter.setSizes([340, 360])
        self._replay_panel.hide()
        self._review_panel = _panel()
        self._review_panel.setFixedWidth(REVIEW_WIDTH_PX)
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

    def _show_review_panel(self) -> None:
        """Show the words to check where there are some and room beside the text; F8 goes through them in any case."""
        room = self.width() >= MIN_WIDTH_WITH_REVIEW_PX and self.height() >= MIN_HEIGHT_WITH_REVIEW_PX
        self._review_panel.setVisible(room and bool(self.review_list.doubts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
        self._show_review_panel()

    @Slot()
    def _fit_height(self) -> None:
        """Leave room for the text on a low page: the waveform gives way while something is searched."""
        low = self.height() < LOW_BELOW_PX
        self.waveform.set_low(low)
        self.waveform.setHidden(low and not self.find_bar.isHidden())
        self.transport.set_low(low)

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
            ("view", "W", self.waveform.next_view),
            ("loop", "Ctrl+Shift+L", self.transport.loop.toggle),
            ("undo", "Ctrl+Z", self._undo),
            ("redo", "Ctrl+Shift+Z", self._redo),
            ("find", "Ctrl+F", self._open_find_bar),
            ("export", "Ctrl+E", self._export),
            ("underline_doubts", "", self._on_underline_toggled),
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
        self._menu = Menu(self)
        for name in ("alternatives", "redecode"):
            self._menu.addAction(self.named_actions[name])
        self._menu.addSeparator()
        for name in ("split", "merge", "delete", "raw_text"):
            self._menu.addAction(self.named_actions[name])
        self._menu.addSeparator()
        for name in ("replay", "save_replay", "next_doubt", "underline_doubts", "find", "view"):
            self._menu.addAction(self.named_actions[name])
        self.named_actions["underline_doubts"].setCheckable(True)
        self.named_actions["underline_doubts"].setChecked(True)
        self._menu.addMenu(self.speakers_menu)
        self._menu.addSeparator()
        self._menu.aboutToShow.connect(self._show_raw_text_action)
        self.transport.more.setMenu(self._menu)
        self._copy_menu = Menu(self)
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
        self.edit_session.correction_repeated.connect(self._offer_rule)
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
        self.find_bar.closed.connect(self._fit_height)
        self.review_list.doubt_chosen.connect(self._on_doubt_chosen)
        self.review_list.confirmed.connect(self._on_confirmed)
        self.review_list.replaced.connect(self._on_replaced)
        self.review_list.alternatives_requested.connect(self.redecode_controller.show_alternatives)
        self._replay_close.clicked.connect(self._replay_panel.hide)
        self.redecode_controller.failed.connect(self.banner.show_error)
        self.redecode_controller.canvas_requested.connect(self.replay_controller.clear_shown)
        self.redecode_controller.canvas_requested.connect(self._replay_panel.hide)
        self.replay_controller.run_shown.connect(self.redecode_controller.set_shown_run)
        self.diff_panel.play_requested.connect(self.playback_controller.play_span)

    # --- opening

    @property
    def entry(self) -> Entry | None:
        return self._opened.entry if self._opened else None

    def open(self, uid: str, position: int | None = None, searched: Sequence[str] = ()) -> None:
        """Read an entry from the library and show it, with the cursor at segment ``position``.

        Args:
            searched: words that led here; they are marked until something else is searched.
        """
        self.close_entry()
        self._library_worker.submit(
            lambda store: _read_entry(store, uid),
            lambda opened: self._show_entry(opened, position, searched),
            self.banner.show_error,
        )

    def with_options(
        self,
        find: Callable[[Entry], object],
        use: Callable[[Entry, Segment, TranscribeOptions], None],
        failed: Callable[[AnnealError], None],
    ) -> None:
        """Pass the open entry, the segment at the cursor and the entry's options to ``use``; nothing where there is no text.

        Args:
            find: called in the library's thread before; ``failed`` gets the error that it raises.
        """
        self.text.commit_typing()
        entry = self.entry
        if entry is None or not self.text.segments:
            return
        segment = self.text.segments[self.text.current_index]

        def read(store: TranscriptStore) -> TranscribeOptions:
            find(entry)
            return store.options(entry.uid)

        self._library_worker.submit(read, lambda options: use(entry, segment, options), failed)

    def check_when_opened(self, uid: str) -> None:
        """Show the first word to check of an entry once it is open."""
        self._uid_to_check = uid

    def append_segment(self, uid: str, segment: Segment) -> None:
        """Append a segment that has just been stored, if its entry is the one that is open."""
        if self.edit_session.uid == uid and self._opened is not None:
            self.text.commit_typing()
            self.edit_session.append_segment(segment)

    @Slot()
    def close_entry(self) -> None:
        """Stop playback and redecoding, and commit what was typed."""
        self.redecode_controller.close()
        self.speakers_menu.set_entry(None)
        self.playback_controller.close()
        self.text.set_editing(False)

    def _show_entry(self, opened: OpenedEntry, position: int | None, searched: Sequence[str]) -> None:
        self._opened = opened
        self.banner.hide()
        if warnings := opened.entry.warnings:
            self.banner.show_message(lambda: notices_text(warnings), is_note=True)
        self._replay_panel.hide()
        self.find_bar.close_bar()
        self.edit_session.start(opened.entry.uid, opened.transcript.segments)
        self.title.set_full_text(opened.entry.title)
        queries = [FindQuery(word) for word in searched]
        self.text.show_matches([match for query in queries for match in find_all(self.text.segments, query)])
        self.text.select(position or 0, 0, 0)
        self.playback_controller.open(opened.entry, opened.source_exists)
        self.redecode_controller.open(opened.entry)
        self.speakers_menu.set_entry(opened.entry)
        self.text.setFocus()
        uid_to_check, self._uid_to_check = self._uid_to_check, ""
        if uid_to_check == opened.entry.uid:
            self.review_list.show_next()

    def set_available_models(self, models: AvailableModels) -> None:
        """Offer these models for redecoding."""
        self.redecode_controller.models = models

    @Slot(object)
    def _show_missing_source(self, entry: Entry) -> None:
        self.banner.show_message(
            lambda: self.tr("{file} has moved or was deleted. You can correct the text, but not play it.").format(
                file=entry.source.name
            ),
            lambda: self.tr("Locate file…"),
            lambda: self.find_source_requested.emit(entry),
        )

    # --- editing

    @Slot()
    def _show_segments(self) -> None:
        segments = self.edit_session.segments
        self.waveform.show_segment_spans([(segment.start_s, segment.end_s) for segment in segments])
        self.transport.show_undo_labels(self.edit_session.undo_label, self.edit_session.redo_label)
        if self._opened is not None:
            self.review_list.show_segments(segments, self._opened.doubt_threshold, self._opened.doubt_count)
            self._underline_doubts()
        self._show_review_panel()
        for button in (self.copy, self.export, self.search):
            button.setEnabled(bool(segments))
        self._on_segment_entered(self.text.current_index)

    def list_doubts_from(self, doubt: float) -> None:
        """List, from now on, the words of this entry whose doubt is at least ``doubt`` as those to check."""
        if self._opened is not None:
            threshold = round(doubt, DOUBT_DIGITS)
            count = len(doubtful_spans(self.edit_session.segments, threshold))
            self._opened = replace(self._opened, doubt_threshold=threshold, doubt_count=count)
            self._show_segments()

    def _underline_doubts(self) -> None:
        spans = []
        for doubt in self.review_list.doubts:
            letters = self.text.segments[doubt.segment_index].range_of(doubt.first_word, doubt.end_word)
            if letters is not None:
                spans.append((doubt.segment_index, *letters))
        self.text.show_doubts(spans)

    @Slot(object)
    def _on_doubt_chosen(self, doubt: DoubtfulSpan) -> None:
        self.playback_controller.play_doubt(doubt)

        def show(candidates: list[Candidate]) -> None:
            if self.review_list.current_doubt == doubt:
                self.review_list.show_alternatives(candidates)

        self.redecode_controller.load_alternatives(doubt, show)

    @Slot(object)
    def _on_confirmed(self, doubts: Sequence[DoubtfulSpan]) -> None:
        def confirm(segments: Segments) -> Segments:
            for doubt in doubts:
                segments = edits.confirm_words(segments, doubt.segment_index, doubt.first_word, doubt.end_word)
            return segments

        self.text.commit_typing()
        self.edit_session.apply(confirm, self.tr("Checked"))

    @Slot(object, str)
    def _on_replaced(self, doubt: DoubtfulSpan, text: str) -> None:
        self.text.commit_typing()
        self.redecode_controller.replace_words(doubt.segment_index, doubt.first_word, doubt.end_word, text)

    @Slot(int)
    def _on_segment_entered(self, index: int) -> None:
        segments = self.text.segments
        speakers = sorted({segment.speaker for segment in segments} - {""})
        self.transport.speaker.setEnabled(bool(segments))
        self.transport.show_speaker(segments[index].speaker if 0 <= index < len(segments) else "", speakers)

    @Slot()
    def _on_speaker_named(self) -> None:
        self.speakers_menu.name_speaker(self.transport.speaker.text())

    @Slot(str, str)
    def _offer_rule(self, wrong: str, right: str) -> None:
        self.banner.show_message(
            lambda: self.tr("You corrected “{wrong}” to “{right}” twice.").format(wrong=wrong, right=right),
            lambda: self.tr("Always write it so"),
            lambda: self.rule_requested.emit(wrong, right),
            is_note=True,
        )

    @Slot(bool)
    def _on_editing_toggled(self, on: bool) -> None:
        self.text.set_editing(on)
        self.text.setFocus()

    def set_underlines_doubts(self, on: bool) -> None:
        """Choose whether words to check are underlined."""
        self.named_actions["underline_doubts"].setChecked(on)
        self.text.set_underlines_doubts(on)

    def _on_underline_toggled(self) -> None:
        on = self.named_actions["underline_doubts"].isChecked()
        self.text.set_underlines_doubts(on)
        self.underlining_chosen.emit(on)

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
        self._fit_height()

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
        self.banner.show_message(lambda: self.tr("The steps of this segment are no longer stored."), is_note=True)

    # --- Qt

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
            ("raw_text", self.tr("Use the raw text of the canvas")),
            ("replay", self.tr("Watch it anneal again")),
            ("save_replay", self.tr("Save the annealing…")),
            ("next_doubt", self.tr("Check the next word")),
            ("alternatives", self.tr("Another word…")),
            ("redecode", self.tr("Listen again…")),
            ("view", self.tr("Wave, spectrogram or both")),
            ("loop", self.tr("Repeat this segment")),
            ("undo", self.tr("Undo")),
            ("redo", self.tr("Redo")),
            ("find", self.tr("Find and replace")),
            ("export", self.tr("Export…")),
            ("copy", self.tr("Copy the text")),
            ("copy_times", self.tr("Copy with times")),
            ("underline_doubts", self.tr("Underline words to check")),
        ):
            self.named_actions[name].setText(text)
        self._retranslate_added_actions()

    def _retranslate_added_actions(self) -> None:
        for action, text, tooltip in self._added_actions:
            action.setText(resolve(text))
            action.setToolTip(resolve(tooltip))


def _read_entry(store: TranscriptStore, uid: str) -> OpenedEntry:
    """Runs in the library worker's thread."""
    entry, transcript = store.entry(uid), store.transcript(uid)
    original = store.finished_segments(uid) or transcript.segments
    threshold = doubt_threshold(original)
    return OpenedEntry(entry, transcript, entry.source.is_file(), threshold, len(doubtful_spans(original, threshold)))


def _panel() -> QFrame:
    panel = QFrame()
    panel.setProperty("look", "card")
    return panel
