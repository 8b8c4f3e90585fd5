"""``anneal transcribe --live``: records, and prints each phrase when it ends."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from app.errors import AnnealError
from app.paths import Folders
from app.sound.microphone import Recorder, RecordingDeviceChanged, RecordingSaved, RecordingStarted
from app.speech.audio.live_recording import LiveRecording

from .exit_codes import DONE, FAILED
from .streams import OutputError, clean_stdout, print_status, printable
from .transcribe import Engine, EngineFactory, PartialTranscript, Transcription, chosen_model

if TYPE_CHECKING:
    from app.transcript.model import Transcript

SOURCES = {"computer": "the computer's sound", "both": "{device} and the computer's sound"}


class LiveTranscription(Transcription):
    """One recording, from its start to Ctrl-C and the last phrase."""

    def __init__(self, args: argparse.Namespace, engine_factory: EngineFactory) -> None:
        super().__init__(args, engine_factory)
        if args.track != "auto":
            args.parser.error("a recording has one track")
        self.live: LiveRecording | None = None
        # The text alone is what the phrases are; anything else is written when all is known.
        self.prints_phrases = self.folder is None and args.format == "txt" and not args.times and args.speakers is None

    def run(self) -> int:
        """Record and transcribe until Ctrl-C; return the exit code."""
        folder = self.args.audio or Folders.of_user().recordings
        recorder = Recorder(folder, self.args.microphone, self.args.source)
        try:
            model = chosen_model(self.args)
            with self.interrupts, clean_stdout() as self.results, ExitStack() as stack:
                self.live = stack.enter_context(_recording(recorder))
                self.interrupts.stop_first = recorder.stop
                done = self._transcribe_file(self.engine_factory(model, self.args.device), self.live.path)
        except AnnealError as error:
            print_status(str(error))
            return FAILED
        return DONE if done else FAILED

    def _run_engine(self, engine: Engine, path: Path, partial: PartialTranscript) -> None:
        from app.speech.events import SegmentDone
        from app.speech.progress import Pace

        from .progress_view import TranscriptionView

        assert self.live is not None
        pace, told = Pace(), False
        with ExitStack() as stack:
            view = None
            if self.args.watch_steps:
                view = stack.enter_context(TranscriptionView(sys.stderr, printable(path.name), watch_steps=True))
            events = stack.enter_context(closing(engine.transcribe(self.live, self.options)))
            for event in events:
                self.interrupts.check()
                partial.handle(event)
                pace.handle(event)
                if view is not None:
                    view.show(event)
                if isinstance(event, SegmentDone) and event.segment.text:
                    self._print_phrase(partial.segments[-1].text)
                if not told and not self.live.ended and pace.is_behind:
                    told = True
                    self.live.hold()
                    print_status("This model is slower than speech on this computer. The text follows after Ctrl-C.")
                self._warn(path, partial)

    def _print_phrase(self, text: str) -> None:
        if not self.prints_phrases:
            print_status(printable(text))
            return
        try:
            self._print_result(f"{text}\n")
        except OutputError as error:
            self.prints_phrases = False  # all of it is written to another place in the end
            print_status(str(error))

    def _write_result(self, path: Path, transcript: Transcript, mark: str = "") -> bool:
        return self.prints_phrases or super()._write_result(path, transcript, mark)


@contextmanager
def _recording(recorder: Recorder) -> Iterator[LiveRecording]:
    """Record in a thread while entered, and say what becomes of it. Raises ``RecordingError`` where nothing can be recorded."""
    started: SimpleQueue[LiveRecording | AnnealError] = SimpleQueue()

    def record() -> None:
        live: LiveRecording | None = None
        try:
            for event in recorder.events():
                match event:
                    case RecordingStarted():
                        live = LiveRecording(event.path, event.final_path)
                        device = SOURCES.get(event.source, "{device}").format(device=printable(event.device))
                        print_status(f"Recording {device}. Ctrl-C ends it.")
                        started.put(live)
                    case RecordingDeviceChanged():
                        print_status(
                            f"{printable(event.previous_device)} is gone: {printable(event.device)} is recorded."
                        )
                    case RecordingSaved():
                        print_status(f"The recording is kept in {printable(event.path)}.")
                        if event.interruption is not None:
                            print_status(str(event.interruption))
        except AnnealError as error:
            started.put(error)
            if live is not None:
                print_status(str(error))
        finally:
            if live is not None:
                live.end()

    thread = threading.Thread(target=record, name="recording")
    thread.start()
    try:
        first = started.get()
        if isinstance(first, AnnealError):
            raise first
        yield first
    finally:
        recorder.stop()
        thread.join()
