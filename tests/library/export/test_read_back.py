"""What was written is read by programs that are not ours, and by us."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli import transcribe
from app.library.export import FORMATS, ExportOptions, export_transcript
from app.library.export.cues import split_into_cues
from app.library.export.json_document import read
from app.library.export.unique_files import ExportFolder
from app.transcript.model import Segment, Transcript, Word

from .spoken import segment, transcript, words

SAID = replace(
    transcript(
        replace(segment("Well, <this> & that were said."), speaker="Ada"),
        replace(segment("And then some more, for a second line of it all.", 1, 10.0), speaker="Ada"),
        replace(segment("今天天气很好，我们去公园散步吧。", 2, 20.0), speaker="李"),
        replace(segment("मैं आज बाज़ार जा रहा हूँ", 3, 30.0)),
    ),
    source="/talks/Der Ausflug.flac",
    start="noise",
    guidance=1.3,
)


@pytest.mark.parametrize("form", ["srt", "vtt"])
def test_subtitles_are_read_by_pysubs2(form: str) -> None:
    read_back = pysubs2.SSAFile.from_string(str(export_transcript(SAID, form)), format_=form)
    shown = list(split_into_cues(SAID))
    assert [(event.start, event.end) for event in read_back] == [
        (round(cue.start_s * 1000), round(cue.end_s * 1000)) for cue in shown
    ]
    said = [re.sub(r"<[^>]+>|\{[^}]*\}|^李: ", "", event.text).replace(r"\N", " ") for event in read_back]
    assert said[1:] == [" ".join(cue.lines) for cue in shown[1:]]


@pytest.mark.parametrize("form", ["srt", "vtt"])
@pytest.mark.parametrize("word_times", [False, True])
def test_subtitles_are_read_by_ffmpeg(tmp_path: Path, form: str, word_times: bool) -> None:
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("the ffmpeg program is not installed")
    path = tmp_path / f"said.{form}"
    path.write_text(str(export_transcript(SAID, form, ExportOptions(word_times=word_times))), encoding="utf-8")
    done = subprocess.run(
        [program, "-v", "error", "-i", path, "-f", "srt", "-"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    plain = re.sub(r"<[^>]+>", "", done.stdout)
    for cue in list(split_into_cues(SAID))[1:]:
        assert "\n".join(cue.lines) in plain


def test_word_times_stand_before_their_words() -> None:
    written = str(export_transcript(transcript(segment("One & two three.")), "vtt", ExportOptions(word_times=True)))
    assert "\nOne <00:00:00.500>&amp; <00:00:01.000>two <00:00:01.500>three.\n" in written
    assert "\nOne &amp; two three.\n" in str(export_transcript(transcript(segment("One & two three.")), "vtt"))


def test_word_times_grow_within_their_cue_and_the_text_is_the_same() -> None:
    for written in str(export_transcript(SAID, "vtt", ExportOptions(word_times=True))).split("\n\n")[1:-1]:
        head, body = written.split("\n", 1)
        start, end = head.split(" --> ")
        times = re.findall(r"<(\d\d:\d\d:\d\d\.\d\d\d)>", body)
        assert bool(times) == (" " in re.sub("<v [^>]*>", "", body))
        assert [start, *times, end] == sorted({start, *times, end})
    plain = re.sub(r"<\d[^>]*>", "", str(export_transcript(SAID, "vtt", ExportOptions(word_times=True))))
    assert plain == export_transcript(SAID, "vtt")


@pytest.mark.parametrize("times", [False, True])
def test_a_word_document_is_read_by_python_docx(times: bool) -> None:
    data = export_transcript(SAID, "docx", ExportOptions(times=times))
    assert isinstance(data, bytes)
    document = docx.Document(io.BytesIO(data))
    heading, *paragraphs = document.paragraphs
    assert (heading.text, heading.style.name) == ("Der Ausflug", "Heading 1")
    clocks = ["0:00  ", "0:10  ", "0:20  ", "0:30  "] if times else [""] * 4
    names = ["Ada: ", "", "李: ", ""]
    assert [p.text for p in paragraphs] == [
        c + n + s.text for c, n, s in zip(clocks, names, SAID.segments, strict=True)
    ]
    assert [run.text for run in paragraphs[0].runs if run.bold] == ["Ada: "]


def test_what_xml_cannot_hold_is_left_out_of_a_word_document() -> None:
    data = export_transcript(transcript(segment("bell \x07 and \ud800 end")), "docx")
    assert isinstance(data, bytes)
    assert docx.Document(io.BytesIO(data)).paragraphs[1].text == "bell  and  end"


@pytest.mark.parametrize(
    ("language", "text", "chosen", "marked"),
    [
        ("en", "plain", None, False), ("auto", "plain", None, False),
        ("de", "schlicht", None, True), ("zh", "你好", None, True),
        ("en", "naïve", None, True), ("auto", "नमस्ते", None, True), ("zh", "你好", False, False), ("en", "plain", True, True),
    ],
)  # fmt: skip
def test_a_table_has_a_byte_order_mark_where_excel_needs_it(
    language: str, text: str, chosen: bool | None, marked: bool
) -> None:
    said = replace(transcript(segment(text)), language=language)
    body = str(export_transcript(said, "csv", ExportOptions(byte_order_mark=chosen))).encode()
    assert body.startswith(b"\xef\xbb\xbf") is marked
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert (rows[0][0], rows[1][3]) == ("start", text)


def test_a_table_is_read_by_csv() -> None:
    tricky = transcript(
        replace(segment('He said "no", twice\nat least'), speaker="A,B"), segment("=1+1", 1, 9.0), segment("", 2, 10.0)
    )
    rows = list(csv.reader(io.StringIO(str(export_transcript(tricky, "csv")), newline="")))
    assert rows[0] == ["start", "end", "speaker", "text", "confidence"]
    assert rows[1][2:4] == ["A,B", 'He said "no", twice\nat least']
    assert rows[2][3] == "'=1+1"
    assert len(rows) == 3


def test_a_table_with_semicolons_has_decimal_commas() -> None:
    said = transcript(replace(segment("Drei; vier, 1.5", start_s=61.25, end_s=62.5), confidence=0.875))
    body = str(export_transcript(said, "csv", ExportOptions(csv_separator=";")))
    [_, row] = csv.reader(io.StringIO(body, newline=""), delimiter=";")
    assert row == ["61,250", "62,500", "", "Drei; vier, 1.5", "0,8750"]


def test_markdown_means_nothing_by_accident() -> None:
    said = transcript(replace(segment("1. *not* a [list]"), speaker="A_B"), segment("- # nor <b>this</b>", 1, 65.0))
    assert export_transcript(replace(said, source="a/my_talk.wav"), "md", ExportOptions(times=True)) == (
        "# my\\_talk\n\n`0:00` **A\\_B:** 1\\. \\*not\\* a \\[list\\]\n\n`1:05` \\- \\# nor \\<b\\>this\\</b\\>\n"
    )


def test_plain_text_names_speakers_when_they_change() -> None:
    assert export_transcript(SAID, "txt", ExportOptions(times=True)).splitlines()[:3] == [
        "[0:00] Ada: Well, <this> & that were said.",
        "[0:10] And then some more, for a second line of it all.",
        "[0:20] 李: 今天天气很好，我们去公园散步吧。",
    ]


spans = st.floats(0, 1e5)
shares = st.floats(0, 1)
some_words = st.builds(Word, spans, spans, st.text(max_size=5), shares, shares, st.none() | shares)
some_segments = st.builds(
    Segment, st.integers(0, 99), spans, spans, st.text(max_size=20), st.lists(some_words, max_size=3).map(tuple),
    st.sampled_from(["settled", "step limit", "overflow", "silence"]), st.integers(0, 48), shares, st.text(max_size=5),
    st.text(max_size=5),
)  # fmt: skip


@given(st.lists(some_segments, max_size=4).map(tuple))
def test_json_comes_back_whole(segments: tuple[Segment, ...]) -> None:
    said = Transcript("a.wav", "en", 9.5, "Tiny", "cpu, fp32", 16, 7, segments, {"total": 1.5}, ("a", "b"))
    written = str(export_transcript(said, "json"))
    again = read(written)
    assert export_transcript(again, "json") == written
    assert [s.text for s in again.segments] == [s.text for s in segments]
    assert replace(again, segments=()) == replace(said, segments=())


def test_json_of_the_first_version_is_read() -> None:
    document = json.loads(str(export_transcript(SAID, "json")))
    del document["source"], document["segments"][0]["index"], document["segments"][0]["speaker"]
    document["something new"] = 1
    again = read(json.dumps(document))
    assert again.segments[1:] == read(str(export_transcript(SAID, "json"))).segments[1:]
    assert again.segments[0].text == SAID.segments[0].text


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "anneal-transcript-2"}', '{"schema": "anneal-transcript-1"}']
)
def test_what_is_no_transcript_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"transcript|Expecting"):
        read(text)


def test_every_format_goes_into_a_folder_and_the_command_line_knows_all(tmp_path: Path) -> None:
    assert transcribe.FORMATS == FORMATS
    folder = ExportFolder(tmp_path)
    for form in FORMATS:
        assert folder.write("talk", form, export_transcript(SAID, form)).stat().st_size > 0
        assert export_transcript(transcript(), form) is not None
    assert {path.suffix[1:] for path in tmp_path.iterdir()} == set(FORMATS)
    assert words("a b")
