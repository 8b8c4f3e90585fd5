"""Find and replace."""

from __future__ import annotations

from app.ui.editor.editor_page import EditorPage

from .conftest import TEXTS, StoredTexts


def test_find_and_replace(editor: EditorPage, stored_texts: StoredTexts) -> None:
    bar = editor.find_bar
    bar.open_bar("the")
    assert bar.count.text() == "1 of 2"
    bar.whole_words.setChecked(True)
    bar.match_case.setChecked(True)
    assert bar.count.text() == "1 of 1"
    assert editor.text.textCursor().selectedText() == "the"
    bar.replace_field.setText("a")
    bar.replace_one()
    assert stored_texts()[1] == "Nobody spoke until a boat came."
    bar.regex.setChecked(True)
    bar.find_field.setText("(")
    assert bar.count.text() == "Not a valid pattern"
    bar.find_field.setText(r"(\w+) (men|boat)")
    bar.replace_field.setText(r"\2 \1")
    bar.replace_all()
    assert stored_texts() == [TEXTS[0], "Nobody spoke until boat a came.", "We counted men eleven."]
    editor.named_actions["undo"].trigger()
    assert stored_texts()[2] == TEXTS[2]
