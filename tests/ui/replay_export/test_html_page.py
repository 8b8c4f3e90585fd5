"""The exported page: self-contained, without loss, and with a script that works in an engine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from app.library.replay_store import CanvasRun
from app.speech.events import SegmentStarted
from app.ui.canvas.step_model import StepSequence
from app.ui.replay_export.html_page import build_page
from tests.ui.canvas import scripted

VOCABULARY = scripted.vocabulary(("</script><b>", "&amp;"))
TEXT = scripted.sentence_ids(VOCABULARY)
SHOWN = "In the evening, when the wind had gone down, we could hear the ropes knocking against the mast,"
NODE = shutil.which("node")


class Reader(HTMLParser):
    """What a page refers to, and what its scripts hold."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.texts: dict[str, str] = {}
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside:
            self.texts[self._inside] = self.texts.get(self._inside, "") + data


@pytest.fixture(scope="module")
def runs() -> list[CanvasRun]:
    return [
        CanvasRun(
            SegmentStarted(n, 4.0 * n, 4.0 * n + 4.0, 96, draft_ids=tuple(TEXT[:9]) if n == 0 else ()),
            tuple(scripted.annealing_steps(VOCABULARY, TEXT, 96, 5, n, n)),
        )
        for n in range(2)
    ]


@pytest.fixture(scope="module")
def page(qapp: QApplication, runs: list[CanvasRun]) -> str:
    *progress, page = build_page(runs, VOCABULARY, qapp.font(), 'Harbour <1> & "more"', "hi")
    assert all(isinstance(share, float) and 0 < share < 1 for share in progress)
    assert isinstance(page, str)
    return page


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_it_refers_to_nothing_outside(page: str) -> None:
    reader = read(page)
    assert not {tag for tag, _ in reader.tags} & {"link", "img", "iframe", "video", "audio", "object", "embed", "base"}
    assert all(not {"src", "href", "srcset", "action"} & set(attributes) for _, attributes in reader.tags)
    assert not re.search(r"https?:|//[a-z]|url\(|@import|fetch\(|XMLHttpRequest|import\(", page.replace("// ", ""))
    policy = next(a["content"] for tag, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "{{" not in page


def test_names_and_tokens_are_text_never_markup(page: str) -> None:
    reader = read(page)
    assert reader.texts["h1"] == 'Harbour <1> & "more"'
    assert len(reader.scripts) == 2
    assert "b" not in {tag for tag, _ in reader.tags}
    assert dict(reader.tags)["html"]["lang"] == "hi"


def test_its_text_can_be_read_without_a_script(page: str) -> None:
    text = "".join(read(page).texts["p"].split()).replace("▁", "")  # this vocabulary decodes with its marks
    assert text.count(SHOWN.replace(" ", "")) == 2


def test_its_data_are_exactly_what_was_kept(page: str, runs: list[CanvasRun]) -> None:
    data = json.loads(read(page).scripts[0])
    assert data["version"] == 2
    for run, canvas in zip(runs, data["canvases"], strict=True):
        assert (canvas["start_s"], canvas["end_s"]) == (run.started.start_s, run.started.end_s)
        for step, kept in zip(run.steps, canvas["steps"], strict=True):
            assert kept["canvas"] == step.canvas.tolist()
            assert kept["belief"] == step.argmax_ids.tolist()
            assert [bit == "1" for bit in kept["accepted"]] == step.accepted.tolist()
            assert np.array_equal(np.array(kept["entropy"], np.float32), step.entropy)
            assert kept["top"] == step.top_ids.tolist()
            assert np.array_equal(np.array(kept["probs"], np.float16), step.top_probs)
            used = {*kept["canvas"], *kept["belief"], *(token for row in kept["top"] for token in row)}
            assert used <= {int(token) for token in data["tokens"]}


def test_it_draws_what_the_canvas_draws(page: str, runs: list[CanvasRun]) -> None:
    data = json.loads(read(page).scripts[0])
    sequence = StepSequence(VOCABULARY.end_ids, runs[0].steps, runs[0].started.draft_ids)
    assert len(data["canvases"][0]["looks"]) == 1 + 1 + 5 + 1, "draft, noise, steps, result"
    assert len(data["canvases"][1]["looks"]) == 1 + 5 + 1
    assert sum(data["canvases"][0]["seconds"]) == pytest.approx(1.7, abs=0.15), "the window's pace"
    for at, kept in enumerate(data["canvases"][0]["looks"]):
        appearance = sequence.step_appearance(at - 1, "blend")
        assert kept["ids"] == appearance.token_ids.tolist()
        assert [bit == "1" for bit in kept["decided"]] == appearance.decided.tolist()
        assert kept["states"] == "".join(map(str, appearance.states.tolist()))
        assert np.abs(np.array(kept["ink"]) / 100 - appearance.ink).max() <= 0.0051
        assert [bit == "1" for bit in kept["solid"]] == appearance.solid.tolist()
    # Devanagari signs are shaped with the letter before them, in the result as on the canvas.
    assert "दी" in data["canvases"][0]["looks"][-1]["texts"].values()


STUB = """
const made = () => ({
  style: { setProperty() {} }, dataset: {}, classList: { add() {}, remove() {} }, children: [], text: "",
  append(...parts) { this.children.push(...parts); },
  replaceChildren(...parts) { this.children = parts.flatMap(part => part.children || part); },
  setAttribute(name, value) { this[name] = value; },
  add(option) { this.children.push(option); },
  addEventListener(name, act) { this["on" + name] = act; },
  querySelector() { return null; },
  getContext() { return { fillRect() {} }; },
  getBoundingClientRect() { return { top: 0, bottom: 100, height: 100 }; },
  set textContent(text) { this.text = String(text); },
  get textContent() { return this.text; },
});
const known = {};
const document = {
  getElementById: id => known[id] ??= made(), createElement: made, createDocumentFragment: made,
  addEventListener(name, act) { this["on" + name] = act; }, documentElement: made(),
};
const window = { addEventListener() {}, devicePixelRatio: 1 };
const getComputedStyle = () => ({ getPropertyValue: () => "#102030" });
const matchMedia = () => ({ matches: true });
const Option = function (text, value) { this.text = text; this.value = value; };
known.annealing = { textContent: DATA };
known.speed = made();
known.speed.value = 1;
"""

REPORT = """
const text = () => stage.children.map(part => typeof part === "string" ? part : part.text).join("");
const shown = { start: byId("step").text, draft: text() };
step(1); shown.given = byId("step").text; shown.noise = text(); step(1); shown.first = byId("step").text;
show(99); shown.end = byId("step").text; shown.result = text();
step(-1); shown.back = byId("step").text;
document.onkeydown({ key: "Home", target: {}, preventDefault() {} }); shown.home = byId("step").text;
scrub({ clientY: 50 }); shown.middle = index; scrub({ clientY: 100 }); shown.bottom = index;
showCanvas(1); shown.second = index; shown.segments = byId("which").children.length;
shown.token = [0, 1, 2].map(position => canvas.looks[last()].ids[position]);
console.log(JSON.stringify(shown));
"""


@pytest.mark.skipif(NODE is None, reason="needs node, to run a script")
def test_its_script_steps_and_shows(page: str, runs: list[CanvasRun], tmp_path: Path) -> None:
    data, script = read(page).scripts
    program = tmp_path / "page.js"
    program.write_text(STUB.replace("DATA", json.dumps(data)) + script + REPORT, encoding="utf-8")
    done = subprocess.run([str(NODE), str(program)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert (shown["start"], shown["given"], shown["first"]) == ("Draft", "Noise", "Step 1 of 5")
    assert "In the evening, when the wind" in shown["draft"]
    assert shown["end"] == "Result"
    assert shown["back"] == "Step 5 of 5"
    assert shown["home"] == "Draft"
    assert (shown["middle"], shown["bottom"], shown["second"], shown["segments"]) == (3, 7, 0, 2)
    assert shown["token"] == runs[1].steps[-1].argmax_ids[:3].tolist()
    assert "In the evening, when the wind" in shown["result"]
    assert "सुनाती थीं" in shown["result"]
    assert "会议记录从今天开始" in shown["result"]
    assert "In the evening, when the wind" not in shown["noise"]


@pytest.mark.skipif(NODE is None, reason="needs node, to run a script")
def test_a_script_that_is_wrong_would_be_noticed(page: str, tmp_path: Path) -> None:
    data, script = read(page).scripts
    program = tmp_path / "page.js"
    broken = script.replace("look.ids[position]", "stepAt(at).canvas[position]")
    program.write_text(STUB.replace("DATA", json.dumps(data)) + broken + REPORT, encoding="utf-8")
    done = subprocess.run([str(NODE), str(program)], capture_output=True, text=True, timeout=120, check=False)
    assert "In the evening, when the wind" not in json.loads(done.stdout)["result"]
