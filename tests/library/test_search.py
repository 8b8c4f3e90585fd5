"""Words are found in every script, where they are in a transcript, and among filters, orders and tags."""

from __future__ import annotations

from dataclasses import replace

from app.library.entry import EntryQuery

from .conftest import OpenStore
from .export.spoken import segment, transcript
from .library_folders import begin_entry


def test_words_are_found_in_every_script(open_store: OpenStore) -> None:
    store = open_store()
    english = begin_entry(store, "The cat sat on the mat.", "It purred.")
    hindi = begin_entry(store, "मैं आज बाज़ार जा रहा हूँ")
    chinese = begin_entry(store, "今天天气很好，我们去公园散步吧")
    french = begin_entry(store, "Un café à l'École Normale")
    german = begin_entry(store, "Die Straße war groß")
    for typed, wanted in {
        "cat": [english], "CAT purr": [english], "cat dog": [], "ca": [french, english],
        '"the mat"': [english], '"mat the"': [],
        "बाज़ार": [hindi], "बाज": [hindi], "जा रहा": [hindi], "आज": [hindi],
        "天气": [chinese], "气": [chinese], "公园散": [chinese], "气天": [], "散步 今天": [chinese],
        "cafe ecole": [french], "CAFÉ": [french], "l'école": [french], "strasse": [german], "GROSS": [german],
        'cat"': [english], "cat*": [english], "cat AND mat": [], "NOT": [], "***": [], "c:at": [],
    }.items():  # fmt: skip
        assert store.find(EntryQuery(typed)) == wanted, typed
    assert len(store.find(EntryQuery("  "))) == 5


def test_signs_that_belong_to_words_count(open_store: OpenStore) -> None:
    store = open_store()
    cat = begin_entry(store, "Cats, c. 300 of them.")
    plus = begin_entry(store, "We wrote it in C++, mostly.")
    sharp = begin_entry(store, "He likes C# and .NET.")
    decimal = begin_entry(store, "It grew by 3.5 percent, to 10 %.")
    apart = begin_entry(store, "There were 3, then 5 of 100.")
    company = begin_entry(store, "Ask AT&T, at the door. Say “good morning” to her.")
    chinese = begin_entry(store, "我们用C++写的，增长3.5倍")
    for typed, wanted in {
        "C++": [chinese, plus], "c++": [chinese, plus], "C+": [chinese, plus], "C#": [sharp], ".net": [sharp],
        "C": [chinese, sharp, plus, cat], "3.5": [chinese, decimal], "3,5": [], "10%": [decimal], "AT&T": [company],
        "at t": [company], "3": [chinese, apart, decimal, cat],
         "“good morning”": [company], "„good morning“": [company], "«morning good»": [],
        '"in C++"': [plus], '"in C#"': [], "mostly.": [plus], "most.": [], "C++ mostly": [plus], "wrote (C++)": [plus],
        "用c++": [chinese],
    }.items():  # fmt: skip
        assert store.find(EntryQuery(typed)) == wanted, typed
    assert [hit.position for hit in store.hits(plus, "c++ c#")] == [0]
    assert store.hits(cat, "c++ 3.5") == []


def test_a_search_tells_where_in_the_transcript(open_store: OpenStore) -> None:
    store = open_store()
    uid = begin_entry(store, "The cat sat.", "A dog.", "Cats and dogs.")
    assert [(hit.position, hit.start_s) for hit in store.hits(uid, "cat")] == [(0, 0.0), (2, 20.0)]
    assert [hit.position for hit in store.hits(uid, "cat dog")] == [0, 1, 2]
    assert store.hits(uid, "") == []


def test_filters_orders_titles_and_tags(open_store: OpenStore) -> None:
    now = [1000.0]
    store = open_store(clock=lambda: now[0])
    uids = []
    for n, (title, language) in enumerate((("b", "en"), ("C", "de"), ("a", "en"))):
        now[0] = 1000.0 + n
        uids.append(
            store.add_transcript(replace(transcript(segment("Hi.")), language=language, duration_s=float(n % 2)), title)
        )
    b, c, a = uids
    assert store.find(EntryQuery()) == [a, c, b]
    assert store.find(EntryQuery(order="oldest")) == [b, c, a]
    assert store.find(EntryQuery(order="title")) == [a, b, c]
    assert store.find(EntryQuery(order="longest")) == [c, a, b]
    assert store.find(EntryQuery(language="en")) == [a, b]
    assert store.find(EntryQuery(model="other")) == []
    assert store.find(EntryQuery(since_s=1001.0)) == [a, c]
    assert store.find(EntryQuery(until_s=1001.0)) == [b]
    now[0] = 2000.0
    store.rename(b, "Der Ausflug")
    store.set_tags(b, ["Interview", " interesting ", ""])
    assert store.entry(b).tags == ("Interview", "interesting")
    assert store.find(EntryQuery("ausflug interview")) == [b]
    assert store.find(EntryQuery(tag="Interview")) == [b]
    assert store.find(EntryQuery(order="changed"))[0] == b
    store.set_tags(b, [])
    assert store.find(EntryQuery("interview")) == []
    assert (store.distinct("language"), store.distinct("model"), store.distinct("tag")) == (
        ["de", "en"],
        ["bundled"],
        [],
    )
