"""The command line, with a scripted engine inside this process and with the real program for its outer behaviour."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import soundfile

from app import __main__ as entry
from app.cli import main
from app.cli.progress_view import NOISE_STYLE, SETTLED_STYLE, TranscriptionView, render_step
from app.errors import AudioError, DeviceError, ModelError
from app.models.hardware import verify_device
from app.speech.events import CanvasStep, DecodeProgress, Event, ModelReady, SegmentDone, TranscriptDone
from app.speech.options import TranscribeOptions
from tests.ui.canvas import scripted
from tests.ui.scripted_engine import ScriptedEngine

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
        def make(folder: Path | None, device: str) -> main.Engine:
            self.asked.append((folder, device))
            if transcribe is not None:
                self.engine.transcribe = transcribe  # type: ignore[method-assign]
            return self.engine  # type: ignore[return-value]

        code = main.main(["transcribe", *map(str, arguments)], engine_factory=make)
        self.out, self.err = self.capsys.readouterr()
        return code


@pytest.fixture
def anneal(capsys: pytest.CaptureFixture[str]) -> Machine:
    return Machine(capsys)


class TestResults:
    def test_the_text_alone_goes_to_standard_output(self, anneal: Machine) -> None:
        assert anneal("talk.wav") == main.DONE
        assert anneal.out == BOTH
        assert "2/2 segments" in anneal.err
        assert "x real time" in anneal.err

    @pytest.mark.parametrize("name", ["srt", "vtt", "json"])
    def test_every_format(self, anneal: Machine, name: str) -> None:
        assert anneal("talk.wav", "--format", name) == main.DONE
        assert TEXT in anneal.out

    def test_json_of_several_files_is_a_line_each(self, anneal: Machine) -> None:
        assert anneal("a.wav", "b.wav", "--format", "json") == main.DONE
        documents = [json.loads(line) for line in anneal.out.splitlines()]
        assert [document["text"] for document in documents] == [f"{TEXT} {OTHER}"] * 2

    def test_a_file_each_in_the_folder_and_none_overwritten(self, anneal: Machine, tmp_path: Path) -> None:
        folder = tmp_path / "new" / "folder"
        assert anneal("a/talk.wav", "b/talk.mp3", "नमस्ते.wav", "-o", folder, "--format", "srt") == main.DONE
        assert sorted(path.name for path in folder.iterdir()) == ["talk-2.srt", "talk.srt", "नमस्ते.srt"]
        assert anneal.out == ""
        assert str(folder / "talk-2.srt") in anneal.err

    def test_options_arrive(self, anneal: Machine) -> None:
        anneal("t.wav", "--language", "hi", "--steps", "8", "--seed", "7", "--draft", "ctc", "--track", "2",
               "--device", "cpu", "--model", "some/folder")  # fmt: skip
        assert anneal.asked == [(Path("some/folder"), "cpu")]
        ((source, options),) = anneal.engine.transcribe_calls
        assert source == Path("t.wav")
        assert options == TranscribeOptions(
            "hi", 8, 7, "ctc", observe=False, audio_track=1, batch=main.SEGMENTS_PER_BATCH
        )

    def test_the_engine_knows_which_files_come_next(self, anneal: Machine) -> None:
        following: list[tuple[Path, ...]] = []
        scripted = anneal.engine.transcribe

        def listening(source: Path, options: TranscribeOptions) -> Generator[Event]:
            following.append(tuple(anneal.engine.upcoming()))
            yield from scripted(source, options)

        assert anneal("a.wav", "b.wav", "c.wav", transcribe=listening) == main.DONE
        assert following == [(Path("b.wav"), Path("c.wav")), (Path("c.wav"),), ()]

    def test_what_libraries_print_does_not_reach_standard_output(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def chatty(source: Path, options: TranscribeOptions) -> Generator[Event]:
            print("a library thinks aloud")
            yield from honest(source, options)

        assert anneal("talk.wav", transcribe=chatty) == main.DONE
        assert anneal.out == BOTH
        assert "thinks aloud" in anneal.err


class TestRemarks:
    def test_a_language_the_model_was_not_trained_for(self, anneal: Machine) -> None:
        assert anneal("a.wav", "b.wav", "--language", "de") == main.DONE
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

        assert anneal("a.wav", transcribe=overflows) == main.DONE
        assert "a.wav: The text may lack its end where the canvas was full, in the segment at 8.0 s." in anneal.err

    def test_a_long_source_tells_how_far_it_was_read(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def slowly(source: Path, options: TranscribeOptions) -> Generator[Event]:
            for event in honest(source, options):
                yield event
                if isinstance(event, ModelReady):
                    yield DecodeProgress(str(source), 1200.0)

        anneal("a.wav", transcribe=slowly)
        assert "a.wav: reading, 20 minutes so far" in anneal.err

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
        assert anneal("a.wav", "bad.wav", "c.wav") == main.FAILED
        assert anneal.out == BOTH * 2
        assert "bad.wav is empty. It has no bytes. Record it again." in anneal.err

    def test_a_model_that_cannot_be_loaded_is_a_sentence(self, capsys: pytest.CaptureFixture[str]) -> None:
        def make(folder: Path | None, device: str) -> main.Engine:
            raise ModelError("No model in here.", "There is no adapter.json.", "Choose a model's folder.")

        assert main.main(["transcribe", "a.wav"], engine_factory=make) == main.FAILED
        out, err = capsys.readouterr()
        assert (out, err) == ("", "No model in here. There is no adapter.json. Choose a model's folder.\n")

    def test_an_unexpected_error_is_told_and_the_next_file_goes_on(self, anneal: Machine) -> None:
        honest = anneal.engine.transcribe

        def breaks(source: Path, options: TranscribeOptions) -> Generator[Event]:
            if source.name == "odd.wav":
                raise RuntimeError("shapes do not match")
            yield from honest(source, options)

        assert anneal("odd.wav", "a.wav", transcribe=breaks) == main.FAILED
        assert anneal.out == BOTH
        assert "Traceback" in anneal.err
        assert "odd.wav: Something unexpected went wrong. RuntimeError: shapes do not match." in anneal.err

    def test_a_model_that_cannot_be_used_is_said_once(self, anneal: Machine) -> None:
        def fails(source: Path, options: TranscribeOptions) -> Generator[Event]:
            raise ModelError("No model in here.")
            yield

        assert anneal("a.wav", "b.wav", transcribe=fails) == main.FAILED
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

        assert anneal("a.wav", "b.wav", transcribe=absent) == main.FAILED
        assert (anneal.out, anneal.err.count("No CUDA card")) == ("", 1)
        assert anneal("a.wav", "b.wav", transcribe=full) == main.FAILED
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

        assert anneal("talk.wav", transcribe=interrupted) == main.STOPPED
        assert anneal.out == TEXT + "\n"
        assert signal.getsignal(signal.SIGINT) is before

    @pytest.mark.parametrize(
        ("failure", "code"), [(KeyboardInterrupt(), main.STOPPED), (AudioError("The disk is gone."), main.FAILED)]
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

        assert anneal("talk.wav", transcribe=ends_early) == main.FAILED
        assert anneal.out == TEXT + "\n"
        assert "talk.wav: 1 segment," in anneal.err
        assert "is kept: 1 segment." in anneal.err
        anneal.engine = ScriptedEngine((TEXT, OTHER), known_segments=1)
        assert anneal("talk.wav") == main.DONE
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
            assert anneal("talk.wav", transcribe=stopped) == main.STOPPED
        assert anneal.engine.closed_early == 1


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
        assert anneal(*wrong) == main.USAGE
        assert anneal.out == ""
        assert "usage: anneal" in anneal.err
        assert not anneal.asked

    def test_an_output_folder_that_is_a_file(self, anneal: Machine, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("")
        assert anneal("a.wav", "-o", tmp_path / "taken") == main.USAGE
        assert not anneal.asked

    @pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["transcribe", "--help"]])
    def test_help_is_no_error(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert main.main(arguments) == main.DONE
        assert capsys.readouterr().out


class TestWatchingSteps:
    def test_a_frame_per_step_where_there_is_no_terminal(self, anneal: Machine) -> None:
        assert anneal("talk.wav", "--watch-steps", "--steps", "5") == main.DONE
        assert anneal.out == BOTH
        for step in range(1, 6):
            assert anneal.err.count(f"step {step}/5") == 2
        assert "\x1b" not in anneal.err

    def test_noise_is_grey_and_settled_is_bold(self) -> None:
        vocabulary = scripted.vocabulary()
        steps = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), steps=16)
        shares = []
        for step in steps:
            text = render_step(step, vocabulary)
            settled = sum(span.style == SETTLED_STYLE for span in text.spans)
            noise = sum(span.style == NOISE_STYLE for span in text.spans)
            shares.append(settled / (settled + noise))
        assert shares[0] < 0.2 < 0.9 < shares[-1]
        assert "In the evening, when the wind had gone down" in render_step(steps[-1], vocabulary).plain

    def test_noise_shows_the_tokens_that_were_fed(self) -> None:
        vocabulary = scripted.vocabulary()
        first = scripted.annealing_steps(vocabulary, scripted.sentence_ids(vocabulary), steps=16)[0]
        shown = render_step(first, vocabulary).plain
        for token, accepted in zip(first.canvas[:20].tolist(), first.accepted[:20].tolist(), strict=True):
            assert accepted or vocabulary.piece(token) in shown

    def test_on_a_terminal_it_is_drawn_in_place_and_the_bar_is_gone_at_the_end(self) -> None:
        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TERM", "xterm-256color")
            patch.setenv("COLUMNS", "80")
            patch.delenv("NO_COLOR", raising=False)
            terminal = Terminal()
            options = TranscribeOptions(steps=4)
            with TranscriptionView(terminal, "talk.wav", watch_steps=True) as view:
                for event in ScriptedEngine((TEXT,)).transcribe(Path("talk.wav"), options):
                    view.show(event)
                    if isinstance(event, ModelReady):
                        assert "cpu, fp32" in terminal.getvalue()
        drawn = terminal.getvalue()
        assert "\x1b[1A" in drawn  # back up a line: in place
        assert "\x1b[90m" in drawn  # grey
        assert "1/1 segment," in drawn
        assert drawn.endswith("\x1b[?25h")  # the cursor is back


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
    def test_wrong_usage(self) -> None:
        done = run("transcribe", "--steps", "99", "a.wav")
        assert (done.returncode, done.stdout) == (main.USAGE, "")
        assert "whole number from 1 to 48" in done.stderr

    def test_a_file_that_is_missing_is_a_sentence_and_exit_code_1(self) -> None:
        done = run("no such file.wav")
        assert (done.returncode, done.stdout) == (main.FAILED, "")
        assert "no such file.wav" in done.stderr
        assert "Traceback" not in done.stderr

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
        assert done.returncode == main.FAILED, done.stderr
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
            assert main.main([*command, str(path)]) == main.DONE
            alone.append(capsys.readouterr().out)
        assert len(set(alone)) == 3
        broken = tmp_path / "broken.wav"
        broken.write_bytes(b"no sound")
        assert main.main([*command, str(files[0]), str(broken), *map(str, files[1:])]) == main.FAILED
        told = capsys.readouterr()
        assert told.out == "".join(alone)
        assert told.err.count("broken.wav: ") == 1

    def test_without_a_display_it_shows_the_command_line_way(self) -> None:
        done = run(environment={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"})
        assert (done.returncode, done.stdout) == (main.FAILED, "")
        assert "no display" in done.stderr
        assert "packaging/run FILE" in done.stderr

    def test_doctor_describes_the_machine_and_tries_its_devices(self) -> None:
        done = run("doctor")
        assert "torch 2." in done.stdout
        assert f"works in {verify_device('cpu').precision}" in done.stdout
        assert "GiB free" in done.stdout
        assert str(Path.home()) not in done.stdout

    def test_results_stay_apart_even_from_libraries_written_in_c(self) -> None:
        program = (
            "import os, sys\n"
            "from app.cli.main import only_results\n"
            "with only_results() as results:\n"
            "    os.write(1, b'from C\\n'); print('from Python'); results.write('हिन्दी\\n')\n"
            "print('afterwards')\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            capture_output=True,
            timeout=60,
            check=True,
            env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "latin-1"},
        )
        assert done.stdout.decode() == "हिन्दी\nafterwards\n"
        assert done.stderr.decode() == "from C\nfrom Python\n"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_disk_that_is_full_is_a_sentence(self) -> None:
        done = redirected("> /dev/full")
        assert done.returncode == main.FAILED
        assert "The text could not be written to standard output. No space left on device." in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_reader_who_leaves_early_is_no_traceback(self) -> None:
        done = redirected("| true; exit ${PIPESTATUS[0]}")
        assert done.returncode == main.FAILED
        assert "Traceback" not in done.stderr
        assert "BrokenPipe" not in done.stderr


def redirected(redirection: str) -> subprocess.CompletedProcess[str]:
    """The program with a scripted engine, its output redirected by a shell."""
    program = (
        "import sys\n"
        "from app import cli\n"
        "from tests.ui.scripted_engine import ScriptedEngine\n"
        "sys.exit(cli.main(['transcribe', *['a.wav'] * 3], engine_factory=lambda *_: ScriptedEngine()))\n"
    )
    return subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" {redirection}', sys.executable, program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class TestEntry:
    @pytest.mark.parametrize(
        ("given", "meant"),
        [
            (["a.wav", "b.wav"], ["transcribe", "a.wav", "b.wav"]),
            (["--language", "de", "a.wav"], ["transcribe", "--language", "de", "a.wav"]),
            (["models"], ["models"]),
            (["--version"], ["--version"]),
            (["transcribe", "x"], ["transcribe", "x"]),
        ],
    )
    def test_files_alone_are_transcribed(
        self, monkeypatch: pytest.MonkeyPatch, given: list[str], meant: list[str]
    ) -> None:
        heard: list[list[str]] = []
        monkeypatch.setattr(sys, "argv", ["anneal", *given])
        monkeypatch.setattr(main, "main", lambda arguments: heard.append(arguments) or 0)
        assert entry.main() == 0
        assert heard == [meant]
