"""A screen and a microphone for a machine without: Xvfb with a window manager, PulseAudio with a null sink.

A missing program fails the journeys with a message; nothing is skipped silently. Processes started here are ended here.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import wave
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import paths
from tests.virtual_desktop import running, screen

ROOT = Path(__file__).resolve().parents[2]
ARTIFACTS = ROOT / "artifacts" / "journeys"
NEEDED = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "paplay": "pulseaudio-utils",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.journey)


@dataclass(frozen=True)
class JourneyEnvironment:
    """The environment of a journey's processes, its model and a clip of speech."""

    environment: dict[str, str]
    model: Path
    is_trained: bool
    clip: Path

    def start(self, scenario: str, folder: Path, *arguments: object) -> subprocess.Popen[str]:
        """Start the real app in a process of its own, driven through ``scenario``."""
        words = [scenario, folder, self.model, self.clip, ARTIFACTS, *arguments]
        command = [sys.executable, "-m", "tests.journeys.driver", *map(str, words)]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def with_locale(self, name: str, folder: Path) -> JourneyEnvironment:
        """The same with another system locale, which is made in ``folder``."""
        made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"], check=False)
        if made.returncode > 1 or not (folder / f"{name}.UTF-8").is_dir():
            pytest.skip(f"the locale {name} cannot be made here")
        return replace(
            self,
            environment={
                **self.environment,
                "LOCPATH": str(folder),
                "LC_ALL": f"{name}.UTF-8",
                "LANG": f"{name}.UTF-8",
            },
        )

    def drive(self, scenario: str, folder: Path, *arguments: object, timeout_s: float = 600) -> dict[str, Any]:
        """Run a scenario to its end; returns its report."""
        process = self.start(scenario, folder, *arguments)
        try:
            out, said = process.communicate(timeout=timeout_s)
        except subprocess.TimeoutExpired:
            process.kill()
            out, said = process.communicate()
            pytest.fail(f"{scenario} did not end within {timeout_s:.0f} s.\n{out}\n{said}")
        assert process.returncode == 0, f"{scenario} ended with {process.returncode}\n{out}\n{said}"
        return json.loads(out.strip().splitlines()[-1])


@pytest.fixture(scope="session")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JourneyEnvironment]:
    missing = {package for program, package in NEEDED.items() if shutil.which(program) is None}
    if missing:
        pytest.fail(f"Journeys need a screen and sound. Install: {' '.join(sorted(missing))}.", pytrace=False)
    folder = tmp_path_factory.mktemp("journey")
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        environment = {**os.environ, "HOME": str(folder), "QT_QPA_PLATFORM": "xcb", "OMP_NUM_THREADS": "1"}
        environment["DISPLAY"] = stack.enter_context(screen(environment))
        environment |= stack.enter_context(_sound(folder, environment))
        bundled = [folder for folder in paths.bundled_models() if (folder / "adapter.json").is_file()]
        model = bundled[0] if bundled else _random_model(folder / "model")
        yield JourneyEnvironment(environment, model, bool(bundled), _clip(folder))


@contextmanager
def _sound(folder: Path, environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Start a sound server whose only microphone records what is played to the sink ``vmic``."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    socket = runtime / "native"
    (folder / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
    mine = {"XDG_RUNTIME_DIR": str(runtime), "PULSE_SERVER": f"unix:{socket}"}
    everything = {**environment, **mine}
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no"]
    command += ["-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"]
    command += ["-L", "module-null-sink sink_name=vmic rate=16000 channels=1"]
    with running(command, env=everything):
        for _ in range(100):
            asked = ["pactl", "set-default-source", "vmic.monitor"]
            if subprocess.run(asked, env=everything, capture_output=True, check=False).returncode == 0:
                break
            time.sleep(0.1)
        else:
            pytest.fail("PulseAudio did not start.", pytrace=False)
        yield mine


def _random_model(folder: Path) -> Path:
    """Write a tiny random model of the same classes, where no trained one is bundled."""
    from tests.speech import tiny

    return tiny.write(folder, tiny.model())


def _clip(folder: Path) -> Path:
    """Return the English sample of the app, else three seconds shaped like speech."""
    samples = paths.sample_clips()
    if samples:
        return next((path for path in samples if path.stem.startswith("en")), samples[0])
    rate_hz = 16_000
    at = np.arange(3 * rate_hz) / rate_hz
    voice = sum(np.sin(2 * np.pi * 140 * k * at + k) / k for k in range(1, 12))
    syllables = np.clip(np.sin(2 * np.pi * 3.1 * at), 0, 1) ** 0.5
    path = folder / "clip.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((voice * syllables * 6000).astype(np.int16).tobytes())
    return path
