"""``anneal transcribe``, with a scripted engine inside this process, and the real program on a tiny model."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pytest
import soundfile

from app import paths
from app.cli import exit_codes, main
from app.cli.progress_view import TranscriptionView
from app.cli.transcribe import SEGMENTS_PER_BATCH, Engine
from app.errors import AudioError, DeviceError, ModelError
from app.library.voices import VOICES_FILE, VoiceStore
from app.paths import Folders
from app.speech.events import CanvasStep, DecodeProgress, Event, ModelReady, SegmentDone, TranscriptDone
from app.speech.options import TranscribeOptions
from app.speech.speakers.finder import voice_of
from app.transcript.model import Notice, Segment
from tests.ui.scripted_engine import ScriptedEngine

Result = TypeVar("Result")
TEXT = "In the evening we could hear the ropes."
OTHER = "And then the tide came in."
BOTH = f"{TEXT}\n{OTHER}\n"
ROOT = Path(__file__).parents[2]


@dataclass
class Machine:
    """Runs the command line in this process on a scripted engine."""

    capsys: pytest.CaptureFixture[str]
    engine: ScriptedEngine = field(default_factory=lambda: ScriptedEngine((TEXT, OTHER)))
    asked: list[tuple[Path | None, str]] = field(default_factory=list)
    out: str = ""
    err: str = ""

    def __call__(self, *arguments: str | Path, transcribe: Callable[..., Generator[Event]] | None = None) -> int:
        def make(folder: Path | None, device: str) -> Engine:
            self.asked.append((folder, device))
            if transcribe is not None:
                self.engine.transcribe = transcribe  # type: ignore[method-assign]
            return self.engine  # type: ignore[return-value]

        code = main.main(["transcribe", *map(str, arguments)], engine_factory=make)
        self.out, self.err = self.capsys.readouterr()
        return code


def result_of(work: Generator[object, None, Result]) -> Result:
    """Run a generator to its end; returns what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            return done.value


def speakers(anneal: Machine) -> list[str]:
    """The speakers in the JSON that was printed."""
    return sorted({each["speaker"] for each in json.loads(anneal.out)["segments"] if "speaker" in each})


@pytest.fixture
def anneal(capsys: pytest.CaptureFixture[str]) -> Machine:
    return Machine(capsys)


class TestResults:
    def test_the_text_alone_goes_to_standard_output(self, anneal: Machine) -> None:
        assert anneal("talk.wav") == exit_codes.DONE
        assert anneal.out == BOTH
        assert "2/2 segments" in anneal.err
        assert "x real time" in anneal.err

    @pytest.mark.parametrize("name", ["srt", "vtt", "json"])
    def test_every_format(self, anneal: Machine, name: str) -> None:
        assert anneal("talk.wav", "--format", name) == exit_codes.DONE
        assert TEXT in anneal.out

    def test_json_of_several_files_is_a_line_each(self, anneal: Machine) -> None:
        assert anneal("a.wav", "b.wav", "--format", "json") == exit_codes.DONE
        documents = [json.loads(line) for line in anneal.out.splitlines()]
        assert [document["text"] for document in documents] == [f"{TEXT} {OTHER}"] * 2

    def test_a_file_each_in_the_folder_and_none_overwritten(self, anneal: Machine, tmp_path: Path) -> None:
        folder = tmp_path / "new" / "folder"
        assert anneal("a/talk.wav", "b/talk.mp3", "नमस्ते.wav", "-o", folder, "--format", "srt") == exit_codes.DONE
        assert sorted(path.name for path in folder.iterdir()) == ["talk-2.srt", "talk.srt", "नमस्ते.srt"]
        assert anneal.out == ""
        assert str(folder / "talk-2.srt") in anneal.err

    def test_own_words_reach_the_decoder_and_rules_the_text(self, anneal: Machine, tmp_path: Path) -> None:
        listed = tmp_path / "words.txt"
        listed.write_text("Barmulloch\nthe ropes -> our ropes\n", encoding="utf-8")
        assert anneal("talk.wav", "--words", listed, "--format", "json") == exit_codes.DONE
        ((_, options),) = anneal.engine.transcribe_calls
        assert (options.words, options.replacements) == (("Barmulloch",), (("the ropes", "our ropes"),))
        segment = json.loads(anneal.out)["segments"][0]
        assert (segment["text"], segment["raw_text"]) == (TEXT.replace("the ropes", "our ropes"), TEXT)
        assert "Repeated phrases" not in anneal.err

    @pytest.mark.parametrize(("said", "count"), [("auto", 0), ("2", 2), ("off", None)])
    def test_speakers_are_looked_for_as_asked(self, anneal: Machine, said: str, count: int | None) -> None:
        [sample] = [path for path in paths.sample_clips() if path.stem == "en"]
        assert anneal(sample, "--speakers", said, "--format", "json") == exit_codes.DONE
        assert anneal.engine.transcribe_calls[0][1].speakers == count
        assert json.loads(anneal.out)["text"] == f"{TEXT} {OTHER}"
        assert anneal("talk.wav", "--speakers", "0") == exit_codes.USAGE

    def test_speakers_that_the_library_remembers_are_named(self, anneal: Machine) -> None:
        [sample] = [path for path in paths.sample_clips() if path.stem == "en"]
        voices = VoiceStore(Folders.of_user().library / VOICES_FILE)
        voice = result_of(voice_of(sample, [Segment(0, 0.0, 5.0, TEXT)]))
        assert voice is not None
        voices.remember("Ada", voice)
        command = (sample, "--speakers", "2", "--format", "json")
        assert anneal(*command) == exit_codes.DONE
        assert speakers(anneal) == ["Ada", "Speaker 2"]
        assert anneal(*command, "--no-remembered-voices") == exit_codes.DONE
        assert speakers(anneal) == ["Speaker 1", "Speaker 2"]
        (Folders.of_user().library / VOICES_FILE).write_text("damaged")
        assert anneal(*command) == exit_codes.DONE
        assert speakers(anneal) == ["Speaker 1", "Speaker 2"]
        assert "The remembered voices cannot be read." in anneal.err

    def test_the_text_is_kept_where_nobody_can_be_heard(self, anneal: Machine) -> None:
        assert anneal("missing.wav", "--speakers", "auto") == exit_codes.FAILED
        assert anneal.out == BOTH
        assert "missing.wav" in anneal.err

    def test_a_list_of_words_that_cannot_be_read_is_a_usage_error(self, anneal: Machine, tmp_path: Path) -> None:
        (tmp_path / "long.txt").write_text("x" * 101)
        for name in ("missing.txt", "long.txt"):
            assert anneal("talk.wav", "--words", tmp_path / name) == exit_codes.USAGE
            assert "cannot be used" in anneal.err

    def test_options_arrive(self, anneal: Machine) -> None:
        anneal("t.wav", "--language", "hi", "--steps", "8", "--seed", "7", "--start", "draft", "--guidance", "1.3",
               "--track", "2", "--device", "cpu", "--model", "some/folder")  # fmt: skip
        assert anneal.asked == [(Path("some/folder"), "cpu")]
        ((source, options),) = anneal.engine.transcribe_calls
        assert source == Path("t.wav")
        assert options == TranscribeOptions(
            "hi", 8, 7, "draft", 1.3, observe=False, audio_track=1, batch=SEGMENTS_PER_BATCH
        )

    def test_the_engine_knows_which_files_come_next(self, anneal: Machine) -> None:
        following: list[tuple[Path, ...]] = []
        scripted = anneal.engine.transcribe

        def listening(source: Path, options: TranscribeOptions) -> Generator[Event]:
            following.append(tuple(anneal.engine.upcoming()))
            yield from scripted(source, options)

        assert anneal("a.wav", "b.wav", "c.wav", transcribe=listening) == exit_codes.DONE
        assert following == [(Path("b.wav"), Path("c.wav")), (Path("c.wav"),), ()]

    def test_what_libraries_print_does_not_reach_standard_output(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def chatty(source: Path, options: TranscribeOptions) -> Generator[Event]:
            print("a library thinks aloud")
            yield from honest(source, options)

        assert anneal("talk.wav", transcribe=chatty) == exit_codes.DONE
        assert anneal.out == BOTH
        assert "thinks aloud" in anneal.err


class TestWarnings:
    def test_a_language_the_model_was_not_trained_for(self, anneal: Machine) -> None:
        assert anneal("a.wav", "b.wav", "--language", "de") == exit_codes.DONE
        assert anneal.err.count("Scripted was not trained for German, only for English: do not trust its text.") == 1
        for fine in ("en", "auto"):
            anneal("a.wav", "--language", fine)
            assert "trained" not in anneal.err

    def test_a_canvas_that_was_full(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def overflows(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                if isinstance(event, TranscriptDone):
                    first, second = event.transcript.segments
                    cut = replace(event.transcript, segments=(first, replace(second, ended="overflow")))
                    event = TranscriptDone(cut)
                yield event

        assert anneal("a.wav", transcribe=overflows) == exit_codes.DONE
        assert "a.wav: The text may lack its end where the canvas was full, in the segment at 8.0 s." in anneal.err

    def test_repeated_phrases_that_were_taken_out(self, anneal: Machine) -> None:
        honest, asked = anneal.engine.transcribe, []

        def cleans(source: Path, options: TranscribeOptions) -> Generator[Event]:
            asked.append(options.remove_repetitions)
            for event in honest(source, options):
                if isinstance(event, TranscriptDone):
                    first, second = event.transcript.segments
                    cleaned = replace(second, raw_text=f"{second.text} {second.text}")
                    event = TranscriptDone(replace(event.transcript, segments=(first, cleaned)))
                yield event

        for arguments in ([], ["--remove-repetitions"], ["--no-remove-repetitions"]):
            assert anneal("a.wav", *arguments, transcribe=cleans) == exit_codes.DONE
        assert asked == [None, True, False]
        assert "a.wav: Repeated phrases were taken out of the segment at 8.0 s: --no-remove-rep" in anneal.err
        assert anneal.out == BOTH

    def test_a_long_source_tells_how_far_it_was_read(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def slowly(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                yield event
                if isinstance(event, ModelReady):
                    yield DecodeProgress(str(source), 1200.0)

        anneal("a.wav", transcribe=slowly)
        assert "a.wav: reading, 20 minutes so far" in anneal.err

    def test_what_is_missing_in_a_source_is_told_once(self, anneal: Machine) -> None:
        anneal.engine.warnings = (Notice("The sound ends early: there are {heard} of it.", {"heard": "2.3 s"}),)
        assert anneal("a.wav", "--format", "json") == exit_codes.DONE
        told = "The sound ends early: there are 2.3 s of it."
        assert anneal.err.count(f"a.wav: {told}\n") == 1
        assert json.loads(anneal.out)["warnings"] == [told]

    def test_assumptions_are_in_the_result(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def assumes(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                if isinstance(event, ModelReady):
                    event = replace(event, assumptions=("LoRA alpha: 32",))
                yield event
                if isinstance(event, SegmentDone):
                    raise AudioError("The disk is gone.")

        anneal("a.wav", "--format", "json", transcribe=assumes)
        assert json.loads(anneal.out)["assumptions"] == ["LoRA alpha: 32"]


class TestFailures:
    def test_one_failing_file_never_stops_the_others(self, anneal: Machine) -> None:
        anneal.engine.by_name["bad.wav"] = AudioError("bad.wav is empty.", "It has no bytes.", "Record it again.")
        assert anneal("a.wav", "bad.wav", "c.wav") == exit_codes.FAILED
        assert anneal.out == BOTH * 2
        assert "bad.wav is empty. It has no bytes. Record it again." in anneal.err

    def test_a_model_that_cannot_be_loaded_is_a_sentence(self, capsys: pytest.CaptureFixture[str]) -> None:
        def make(folder: Path | None, device: str) -> Engine:
            raise ModelError("No model in here.", "There is no adapter.json.", "Choose a model's folder.")

        assert main.main(["transcribe", "a.wav"], engine_factory=make) == exit_codes.FAILED
        out, err = capsys.readouterr()
        assert (out, err) == ("", "No model in here. There is no adapter.json. Choose a model's folder.\n")

    def test_an_unexpected_error_is_told_and_the_next_file_goes_on(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def breaks(source: Path, options: TranscribeOptions) -> Generator[Event]:
            if source.name == "odd.wav":
                raise RuntimeError("shapes do not match")
            yield from honest(source, options)

        assert anneal("odd.wav", "a.wav", transcribe=breaks) == exit_codes.FAILED
        assert anneal.out == BOTH
        assert "Traceback" in anneal.err
        assert "odd.wav: Something unexpected went wrong. RuntimeError: shapes do not match." in anneal.err

    def test_a_model_that_cannot_be_used_is_said_once(self, anneal: Machine) -> None:
        def fails(source: Path, options: TranscribeOptions) -> Generator[Event]:
            raise ModelError("No model in here.")
            yield

        assert anneal("a.wav", "b.wav", transcribe=fails) == exit_codes.FAILED
        assert (anneal.out, anneal.err.count("No model in here.")) == ("", 1)

    def test_a_device_that_does_not_work_is_said_once_but_memory_may_suffice_for_the_next(
        self, anneal: Machine
    ) -> None:
        honest = anneal.engine.transcribe

        def absent(source: Path, options: TranscribeOptions) -> Generator[Event]:
            raise DeviceError("No CUDA card can be used.")
            yield

        def full(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                yield event
                if source.name == "a.wav" and isinstance(event, ModelReady):
                    raise DeviceError("The card ran out of memory.")

        assert anneal("a.wav", "b.wav", transcribe=absent) == exit_codes.FAILED
        assert (anneal.out, anneal.err.count("No CUDA card")) == ("", 1)
        assert anneal("a.wav", "b.wav", transcribe=full) == exit_codes.FAILED
        assert anneal.out == BOTH
        assert "a.wav: The card ran out of memory." in anneal.err

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_an_interrupt_that_python_drops_still_stops(self, anneal: Machine) -> None:
        honest, before = anneal.engine.transcribe, signal.getsignal(signal.SIGINT)

        class Finicky:
            def __del__(self) -> None:
                signal.raise_signal(signal.SIGINT)

        def interrupted(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                yield event
                if isinstance(event, SegmentDone):
                    item = Finicky()
                    del item

        assert anneal("talk.wav", transcribe=interrupted) == exit_codes.STOPPED
        assert anneal.out == TEXT + "\n"
        assert signal.getsignal(signal.SIGINT) is before

    @pytest.mark.parametrize(
        ("failure", "code"),
        [(KeyboardInterrupt(), exit_codes.STOPPED), (AudioError("The disk is gone."), exit_codes.FAILED)],
    )
    def test_what_was_done_before_it_ended_is_kept(
        self, anneal: Machine, tmp_path: Path, failure: BaseException, code: int
    ) -> None:
        honest = anneal.engine.transcribe

        def ends_early(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                yield event
                if isinstance(event, SegmentDone):
                    raise failure

        assert anneal("talk.wav", transcribe=ends_early) == code
        assert anneal.out == TEXT + "\n"
        assert "1 of 2 segments" in anneal.err
        assert anneal("talk.wav", "-o", tmp_path) == code
        assert (tmp_path / "talk.partial.txt").read_text() == TEXT + "\n"

    def test_of_a_source_that_is_still_decoded_nobody_says_how_many_segments_it_has(self, anneal: Machine) -> None:
        anneal.engine = ScriptedEngine((TEXT, OTHER), known_segments=1)
        honest = anneal.engine.transcribe

        def ends_early(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                yield event
                if isinstance(event, SegmentDone):
                    raise AudioError("The disk is gone.")

        assert anneal("talk.wav", transcribe=ends_early) == exit_codes.FAILED
        assert anneal.out == TEXT + "\n"
        assert "talk.wav: 1 segment," in anneal.err
        assert "is kept: 1 segment." in anneal.err
        anneal.engine = ScriptedEngine((TEXT, OTHER), known_segments=1)
        assert anneal("talk.wav") == exit_codes.DONE
        assert anneal.out == BOTH
        assert "2/2 segments" in anneal.err

    def test_leaving_closes_the_engine(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def stopped(source: Path, options: TranscribeOptions) -> Generator[Event]:
            yield from honest(source, options)

        view_show = TranscriptionView.show

        def stop_at_the_first_step(view: TranscriptionView, event: Event) -> None:
            view_show(view, event)
            if isinstance(event, CanvasStep):
                raise KeyboardInterrupt

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(TranscriptionView, "show", stop_at_the_first_step)
            assert anneal("talk.wav", transcribe=stopped) == exit_codes.STOPPED
        assert anneal.engine.closed_early == 1


class TestTracks:
    def test_they_are_listed_and_nothing_is_transcribed(self, anneal: Machine, tmp_path: Path) -> None:
        film = tmp_path / "film.mkv"
        sources = (
            "-f lavfi -i sine=300:d=1 -f lavfi -i sine=700:d=1 -map 0 -map 1 -c:a aac -metadata:s:a:1 title=Director"
        )
        flags = "-disposition:a:0 0 -disposition:a:1 default"
        subprocess.run(["ffmpeg", "-y", "-v", "error", *sources.split(), *flags.split(), film], check=True)
        assert anneal(film, "--track", "list") == exit_codes.DONE
        assert anneal.out == "  Track 1 (aac, mono)\n* Track 2: Director (aac, mono)\n"
        assert anneal(film, tmp_path / "missing.wav", "--track", "list") == exit_codes.FAILED
        assert "There is no file" in anneal.err
        assert anneal.engine.transcribe_calls == []

    def test_one_that_cannot_be_decoded_is_not_marked(self, anneal: Machine, tmp_path: Path) -> None:
        film = tmp_path / "phone.mov"
        sources = "-f lavfi -i sine=300:d=1 -f lavfi -i sine=700:d=1 -map 0 -map 1 -c:a aac"
        subprocess.run(["ffmpeg", "-y", "-v", "error", *sources.split(), film], check=True)
        content = bytearray(film.read_bytes())
        at = content.find(b"mp4a", content.find(b"stsd"))
        content[at : at + 4] = b"apac"  # a codec of new telephones
        at = content.find(b"esds", at)
        content[at : at + 4] = b"dapa"
        film.write_bytes(content)
        assert anneal(film, "--track", "list") == exit_codes.DONE
        assert [line.startswith("*") for line in anneal.out.splitlines()] == [False, True]

    def test_the_one_that_was_heard_is_in_the_result(self, anneal: Machine) -> None:
        anneal.engine.tracks = 3
        anneal("film.mkv", "--format", "json")
        assert json.loads(anneal.out)["track"] == 3
        anneal("film.mkv", "--format", "json", "--track", "1")
        assert "track" not in json.loads(anneal.out)


class TestUsage:
    @pytest.mark.parametrize(
        "wrong",
        [
            ["a.wav", "--steps", "0"],
            ["a.wav", "--steps", "49"],
            ["a.wav", "--steps", "many"],
            ["a.wav", "--seed", "-1"],
            ["a.wav", "--track", "0"],
            ["a.wav", "--language", "it"],
            ["a.wav", "--format", "doc"],
            ["a.wav", "--device", "tpu"],
            ["a.wav", "b.wav", "--format", "srt"],
            [],
        ],
    )
    def test_wrong_usage_is_exit_code_2(self, anneal: Machine, wrong: list[str]) -> None:
        assert anneal(*wrong) == exit_codes.USAGE
        assert anneal.out == ""
        assert "usage: anneal" in anneal.err
        assert not anneal.asked

    def test_an_output_folder_that_is_a_file(self, anneal: Machine, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("")
        assert anneal("a.wav", "-o", tmp_path / "taken") == exit_codes.USAGE
        assert not anneal.asked


class TestWatchingSteps:
    def test_a_frame_per_step_where_there_is_no_terminal(self, anneal: Machine) -> None:
        assert anneal("talk.wav", "--watch-steps", "--steps", "5") == exit_codes.DONE
        assert anneal.out == BOTH
        for step in range(1, 6):
            assert anneal.err.count(f"step {step}/5") == 2
        assert "\x1b" not in anneal.err


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


class TestTheProgram:
    @pytest.mark.slow
    def test_the_real_engine_on_a_tiny_model(self, tmp_path: Path) -> None:
        """Random weights say nothing sensible, but all of the way is real: file, model folder, canvas, JSON."""
        from tests.speech import tiny
        from tests.speech.conftest import babble

        folder = tmp_path / "model"
        folder.mkdir()
        tiny.write(folder, tiny.model())

        soundfile.write(tmp_path / "naïve 声.wav", babble(3.0), 16_000)

        command = ["transcribe", "--model", str(folder), "--steps", "3", "--format", "json", "--watch-steps"]
        done = run(*command, str(tmp_path / "naïve 声.wav"), str(tmp_path / "missing.wav"))
        assert done.returncode == exit_codes.FAILED, done.stderr
        document = json.loads(done.stdout)
        assert document["schema"] == "anneal-transcript-1"
        assert document["duration"] == 3.0
        assert document["device"].startswith(("cpu, ", "cuda:0, "))
        assert document["segments"]
        assert "step 1/3" in done.stderr
        assert "missing.wav" in done.stderr

    def test_several_files_say_what_each_says_by_itself(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """With the real engine, which denoises them together; one that is no sound is told between the others."""
        from tests.speech import tiny
        from tests.speech.conftest import babble

        folder = tiny.write(tmp_path / "model", tiny.model(segment_s=6.0))
        files = [tmp_path / f"{name}.wav" for name in ("a", "b", "c")]
        for seed, path in enumerate(files):
            soundfile.write(path, babble(2.0, seed), 16_000)
        command = ["transcribe", "--device", "cpu", "--model", str(folder), "--steps", "3"]
        alone = []
        for path in files:
            assert main.main([*command, str(path)]) == exit_codes.DONE
            alone.append(capsys.readouterr().out)
        assert len(set(alone)) == 3
        broken = tmp_path / "broken.wav"
        broken.write_bytes(b"no sound")
        assert main.main([*command, str(files[0]), str(broken), *map(str, files[1:])]) == exit_codes.FAILED
        told = capsys.readouterr()
        assert told.out == "".join(alone)
        assert told.err.count("broken.wav: ") == 1
