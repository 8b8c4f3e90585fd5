"""Menu of who speaks: found by voice, set by one key, renamed everywhere at once, and remembered if the user wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.errors import AnnealError
from app.jobs.background_tasks import BackgroundTasks
from app.jobs.job_slot import JobSlot
from app.jobs.library_worker import LibraryWorker
from app.jobs.speakers import SpeakersFound, VoiceRemembered, find_speakers_of, remember_voice
from app.library.entry import Entry
from app.speech.events import SpeakersProgress
from app.transcript import edits
from app.transcript.edits import Segments
from app.ui.formatting import percent
from app.ui.menus.actions import key_text
from app.ui.widgets.banner import Banner
from app.ui.widgets.menu import Menu
from app.ui.widgets.translation_mixin import TranslationMixin

from .edit_session import EditSession
from .transcript_editor import TranscriptEditor

KEY_COUNT = 9


class SpeakersMenu(TranslationMixin, Menu):
    """Acts on the entry that ``set_entry`` was called with, and on the segments at the text's cursor."""

    def __init__(
        self,
        background_tasks: BackgroundTasks,
        library_worker: LibraryWorker,
        edit_session: EditSession,
        text: TranscriptEditor,
        banner: Banner,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library_worker, self._edit_session, self._text, self._banner = library_worker, edit_session, text, banner
        self._entry: Entry | None = None
        self._slot = JobSlot(background_tasks, self)
        self._slot.reported.connect(self._on_reported)
        self._slot.failed.connect(banner.show_error)
        self.find_action, self.remember_action = QAction(self), QAction(self)
        self.find_action.triggered.connect(self.find_speakers)
        self.remember_action.triggered.connect(self.remember_voice)
        self._turn_menu, self._forget_menu = Menu(self), Menu(self)
        self.addAction(self.find_action)
        self.addMenu(self._turn_menu)
        self.addSeparator()
        self.addAction(self.remember_action)
        self.addMenu(self._forget_menu)
        self.aboutToShow.connect(self._fill_menus)
        for number in range(1, KEY_COUNT + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), parent)
            shortcut.activated.connect(lambda number=number: self.set_turn(number))
        self._retranslate()

    def set_entry(self, entry: Entry | None) -> None:
        """Act on an entry from now on; what runs for another is stopped."""
        self._slot.cancel()
        self._entry = entry

    @Slot()
    def find_speakers(self) -> None:
        """Find who speaks and write it into the text, as an edit that can be undone."""
        entry, segments, library = self._entry, self._edit_session.segments, self._library_worker.library
        if entry is None or not segments:
            return
        self._text.commit_typing()
        segments = self._edit_session.segments
        unknown = self.tr("Speaker {number}")
        self._start(lambda: find_speakers_of(library, entry, segments, unknown))

    @Slot()
    def remember_voice(self) -> None:
        """Remember the voice of the speaker at the cursor for later files."""
        entry, segments, library = self._entry, self._edit_session.segments, self._library_worker.library
        name = segments[self._text.current_index].speaker if segments else ""
        if entry is not None and name:
            self._start(lambda: remember_voice(library, entry, segments, name))

    def set_turn(self, number: int) -> None:
        """Say that the segments at the cursor or in the selection are those of the speaker with this number, from 1."""
        speakers = edits.speakers_of(self._edit_session.segments)
        if number <= len(speakers):
            self._text.name_speaker(speakers[number - 1])

    def name_speaker(self, name: str) -> None:
        """Give the speaker at the cursor a new name everywhere; a name that is another speaker's corrects this turn alone."""
        segments, name = self._edit_session.segments, " ".join(name.split())
        if not segments:
            return
        before = segments[self._text.current_index].speaker
        if before and name and name not in edits.speakers_of(segments):
            self._text.commit_typing()
            self._edit_session.apply(lambda present: edits.rename_speaker(present, before, name), self.tr("Speaker"))
        else:
            self._text.name_speaker(name)

    def _start(self, make_events: Callable[[], Iterator[object]]) -> None:
        self._slot.start(make_events)
        self._show_progress(0.0)

    def _show_progress(self, done_s: float) -> None:
        duration_s = max(1.0, self._edit_session.segments[-1].end_s) if self._edit_session.segments else 1.0
        share = percent(min(1.0, done_s / duration_s))
        self._banner.show_message(
            lambda: self.tr("Listening to the voices: {share}").format(share=share),
            lambda: self.tr("Cancel"),
            self._slot.cancel,
            is_note=True,
        )

    @Slot(object)
    def _on_reported(self, event: SpeakersProgress | SpeakersFound | VoiceRemembered) -> None:
        if not self._slot.active:
            return
        match event:
            case SpeakersProgress(done_s=done_s):
                self._show_progress(done_s)
            case SpeakersFound(uid=uid, before=before, after=after):
                self._banner.hide()
                self._show_found(uid, before, after)
            case VoiceRemembered(name=name):
                text = self.tr("The voice of {name} is remembered on this machine, and named in later files.")
                self._banner.show_message(lambda: text.format(name=name), is_note=True)

    def _show_found(self, uid: str, before: Segments, after: Segments) -> None:
        if uid != self._edit_session.uid:
            return
        if before != self._edit_session.segments:
            self._banner.show_error(
                AnnealError(
                    "Who speaks was not written down.",
                    "The text was changed meanwhile.",
                    "Please look for the speakers again.",
                )
            )
        elif before == after:
            self._banner.show_message(lambda: self.tr("Only one voice was found."), is_note=True)
        else:
            self._edit_session.apply(lambda _segments: after, self.tr("Who speaks"))

    @Slot()
    def _fill_menus(self) -> None:
        segments = self._edit_session.segments
        speaker = segments[self._text.current_index].speaker if segments else ""
        self.remember_action.setEnabled(bool(speaker))
        self._turn_menu.clear()
        for number, name in enumerate(edits.speakers_of(segments), 1):
            action = self._turn_menu.addAction(name.replace("&", "&&"))
            if number <= KEY_COUNT:
                action.setText(f"{action.text()}\t{key_text(f'Ctrl+{number}')}")
            action.triggered.connect(lambda _checked=False, number=number: self.set_turn(number))
        self._turn_menu.setEnabled(bool(self._turn_menu.actions()))
        self._forget_menu.setEnabled(False)
        voices = self._library_worker.library.voices
        self._library_worker.submit(
            lambda _store: list(voices.voices()), self._fill_forget_menu, self._banner.show_error
        )

    def _fill_forget_menu(self, names: list[str]) -> None:
        self._forget_menu.clear()
        self._forget_menu.setEnabled(bool(names))
        for name in names:
            action = self._forget_menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, name=name: self.forget_voice(name))

    def forget_voice(self, name: str) -> None:
        """Delete a remembered voice."""
        voices = self._library_worker.library.voices
        self._library_worker.submit(lambda _store: voices.forget(name), None, self._banner.show_error)

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Who speaks"))
        self.find_action.setText(self.tr("Find who speaks"))
        self._turn_menu.setTitle(self.tr("This is said by"))
        self.remember_action.setText(self.tr("Remember this voice"))
        self._forget_menu.setTitle(self.tr("Forget a voice"))
