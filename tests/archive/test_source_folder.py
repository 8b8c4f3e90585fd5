"""Walking a folder with all that people have in one, and an address of fsspec."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from app.archive.source_folder import FoundFile, LocalFolder, RemoteFolder, open_folder
from app.errors import ArchiveError, AudioError


def test_media_files_in_order_without_the_outputs_and_what_loops(tmp_path: Path) -> None:
    for name in ("b.WAV", "a.mp3", "notes.txt", "sub/c.ogg", "out/d.wav", "sub/e.wav.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"12345")
    (tmp_path / "sub" / "up").symlink_to("..")
    (tmp_path / "twice").symlink_to("sub")
    found = list(LocalFolder(tmp_path, tmp_path / "out").walk())
    assert sorted(file.path for file in found) == ["a.mp3", "b.WAV", "sub/c.ogg"]
    assert all(file.size_bytes == 5 and file.version and not file.error for file in found)


def test_what_cannot_be_read_is_found_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "gone.wav").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.wav")
    found = {file.path: file.error for file in LocalFolder(tmp_path).walk()}
    assert found == {"gone.wav": "No such file or directory", "pipe.wav": "It is not a file but a pipe or a device."}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(b"na\xffme.wav")
    (tmp_path / name).write_bytes(b"1")
    [file] = LocalFolder(tmp_path).walk()
    assert file.path == name
    with LocalFolder(tmp_path).open(file.path) as local:
        assert local.read_bytes() == b"1"


def test_an_address_of_fsspec_finds_the_same(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.wav").write_bytes(b"abc")
    (tmp_path / "sub" / "b.wav").write_bytes(b"defg")
    remote = pickle.loads(pickle.dumps(open_folder(f"file://{tmp_path}")))
    assert isinstance(remote, RemoteFolder)
    found = sorted(remote.walk(), key=lambda file: file.path)
    assert [(file.path, file.size_bytes) for file in found] == [("a.wav", 3), ("sub/b.wav", 4)]
    with remote.open("sub/b.wav") as local:
        assert local.read_bytes() == b"defg"
        assert tmp_path not in local.parents
    assert remote.version("sub/b.wav") == found[1].version
    (tmp_path / "sub" / "b.wav").write_bytes(b"changed")
    assert remote.version("sub/b.wav") != found[1].version
    with pytest.raises(AudioError, match="could not be fetched"), remote.open("gone.wav"):
        pass


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is no folder"):
        open_folder(str(tmp_path / "nowhere"))
    with pytest.raises(ArchiveError, match="cannot be opened"):
        open_folder("no-such-protocol://bucket")
    assert list(LocalFolder(tmp_path / "nowhere").walk()) == [FoundFile(".", error="No such file or directory")]


def test_links_to_folders_elsewhere_are_followed_once(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "talks", tmp_path / "elsewhere"
    for path in (folder / "a.wav", elsewhere / "deep" / "b.wav"):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"1")
    (folder / "one").symlink_to(elsewhere)
    (folder / "two").symlink_to(elsewhere / "deep")
    (folder / "up").symlink_to(tmp_path)
    (elsewhere / "back").symlink_to(folder)
    (elsewhere / "self.wav").symlink_to("self.wav")
    found = {file.path: file.error for file in LocalFolder(folder).walk()}
    assert found == {"a.wav": "", "one/deep/b.wav": "", "one/self.wav": "Too many levels of symbolic links"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes of folders")
def test_a_folder_that_cannot_be_read_costs_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.wav", "shut/b.wav"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / "shut").chmod(0)
    if os.access(tmp_path / "shut", os.R_OK):  # root may read everything
        scandir = os.scandir

        def refusing(path: Path) -> object:
            if Path(path).name == "shut":
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refusing)
    found = {file.path: file.error for file in LocalFolder(tmp_path).walk()}
    (tmp_path / "shut").chmod(0o700)
    assert found == {"a.wav": "", "shut": "Permission denied"}


def test_memory_as_an_address() -> None:
    fsspec = pytest.importorskip("fsspec")
    files = fsspec.filesystem("memory")
    files.pipe({"/talks/a.wav": b"1", "/talks/sub/b.WAV": b"22", "/talks/notes.txt": b"3"})
    folder = open_folder("memory://talks")
    found = {file.path: file for file in folder.walk()}
    assert {name: file.size_bytes for name, file in found.items()} == {"a.wav": 1, "sub/b.WAV": 2}
    with folder.open("sub/b.WAV") as local:
        assert local.read_bytes() == b"22"
    assert folder.version("a.wav") == found["a.wav"].version != ""
    files.pipe("/talks/a.wav", b"4")
    assert folder.version("a.wav") != found["a.wav"].version
    assert [file.path for file in open_folder("memory://nowhere").walk()] == ["."]
    files.rm("/talks", recursive=True)


def test_a_password_is_not_written_down() -> None:
    pytest.importorskip("fsspec")
    folder = RemoteFolder("memory://me:secret@host/talks")
    assert folder.address == "memory://me@host/talks"
    assert pickle.loads(pickle.dumps(folder))._url == "memory://me:secret@host/talks"
