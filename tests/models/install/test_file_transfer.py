"""One file over a bad connection: its content is right, it continues where it stopped, and every failure is explained."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.models.install.file_transfer import FileProgress, fetch_file
from app.models.install.hub import Hub, RemoteFile, RepositoryListing
from app.models.install.hub_errors import DownloadError
from tests.models import hub_server
from tests.models.hub_server import HubServer, Repo

from .published_model import IMPATIENT

NAME, PATH = "somebody/model", "model.safetensors"
BODY = bytes(range(256)) * 8192  # 2 MiB
ROOT = Path(__file__).parents[3]


@pytest.fixture
def hub(server: HubServer, tmp_path: Path) -> Hub:
    server.repos[NAME] = Repo({PATH: BODY, "config.json": b"{}"}, frozenset({PATH}))
    return Hub(cache=tmp_path / "hub", endpoint=server.url)


def remote_file(hub: Hub, path: str = PATH) -> tuple[RepositoryListing, RemoteFile]:
    listing = hub.listing(NAME, "main")
    return listing, next(file for file in listing.files if file.path == path)


def fetch_whole(hub: Hub, path: str = PATH) -> list[FileProgress]:
    listing, file = remote_file(hub, path)
    events = list(fetch_file(hub, listing, file, IMPATIENT))
    assert (hub.snapshot_folder(listing) / path).read_bytes() == (BODY if path == PATH else b"{}")
    assert not hub.partial_path(listing, file).exists()
    return events


@pytest.mark.parametrize("path", [PATH, "config.json"])
def test_a_file_comes_whole(hub: Hub, path: str) -> None:
    events = fetch_whole(hub, path)
    assert events[-1].received_bytes == remote_file(hub, path)[1].size_bytes


def test_what_is_here_is_not_fetched_again(hub: Hub, server: HubServer) -> None:
    fetch_whole(hub)
    fetch_whole(hub)
    assert len(server.requests_for(PATH)) == 1


def test_a_broken_line_goes_on_at_its_byte(hub: Hub, server: HubServer) -> None:
    server.faults.append(hub_server.breaks_after(600_000, path=PATH, times=3))
    events = fetch_whole(hub)
    assert [request.offset for request in server.requests_for(PATH)] == [0, 600_000, 1_200_000, 1_800_000]
    assert any("tried again" in event.waiting_reason for event in events)


def test_a_stalled_line_is_taken_up_again(hub: Hub, server: HubServer) -> None:
    server.faults.append(hub_server.stalls_after(700_000, 3, path=PATH, times=1))
    fetch_whole(hub)
    assert [request.offset for request in server.requests_for(PATH)] == [0, 700_000]


def test_a_line_that_stays_dead_is_given_up_and_what_came_is_kept(hub: Hub, server: HubServer) -> None:
    server.faults.append(hub_server.stalls_after(0, 2, path=PATH))
    server.faults.insert(0, hub_server.breaks_after(500_000, path=PATH, times=1))
    listing, file = remote_file(hub)
    with pytest.raises(DownloadError) as given_up:
        list(fetch_file(hub, listing, file, IMPATIENT))
    assert given_up.value.kind == "stalled"
    assert "kept" in given_up.value.remedy
    assert hub.cached_bytes(listing, file) == 500_000


def test_stopping_keeps_what_came(hub: Hub, server: HubServer) -> None:
    server.faults.append(hub_server.stalls_after(1_000_000, 2, path=PATH, times=1))
    listing, file = remote_file(hub)
    coming = fetch_file(hub, listing, file, IMPATIENT)
    for arrived in coming:
        if arrived.waiting_reason:
            break
    coming.close()
    assert hub.cached_bytes(listing, file) == 1_000_000
    fetch_whole(hub)
    assert [request.offset for request in server.requests_for(PATH)] == [0, 1_000_000]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_killed_download_goes_on_at_its_byte(hub: Hub, server: HubServer) -> None:
    server.faults.append(hub_server.stalls_after(900_000, 20, path=PATH, times=1))
    listing, file = remote_file(hub)
    program = (
        "import sys; from pathlib import Path\n"
        "from app.models.install.hub import Hub; from app.models.install.file_transfer import RetryPolicy, fetch_file\n"
        f"hub = Hub(cache=Path({str(hub.cache)!r}), endpoint={server.url!r}); listing = hub.listing({NAME!r}, 'main')\n"
        f"file = next(each for each in listing.files if each.path == {PATH!r})\n"
        "for progress in fetch_file(hub, listing, file, RetryPolicy(read_timeout_s=0.5, initial_backoff_s=60)):\n"
        "    if progress.waiting_reason: print('waiting', flush=True)\n"
    )
    online = {**os.environ, "HF_HUB_OFFLINE": "0"}
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, env=online, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGKILL)
    assert hub.cached_bytes(listing, file) == 900_000
    fetch_whole(hub)
    assert [request.offset for request in server.requests_for(PATH)] == [0, 900_000]


def test_a_server_that_knows_no_ranges_starts_over(hub: Hub, server: HubServer) -> None:
    server.faults.append(hub_server.breaks_after(600_000, path=PATH, times=1))
    server.faults.append(hub_server.ignores_ranges(path=PATH))
    fetch_whole(hub)


def test_a_partial_that_is_too_long_starts_over(hub: Hub) -> None:
    listing, file = remote_file(hub)
    partial = hub.partial_path(listing, file)
    partial.parent.mkdir(parents=True)
    partial.write_bytes(BODY + b"more")
    fetch_whole(hub)


def test_a_partial_of_something_else_is_found_by_its_checksum(hub: Hub, server: HubServer) -> None:
    listing, file = remote_file(hub)
    partial = hub.partial_path(listing, file)
    partial.parent.mkdir(parents=True)
    partial.write_bytes(b"?" * 1000)
    fetch_whole(hub)
    assert [request.offset for request in server.requests_for(PATH)] == [1000, 0]


@pytest.mark.parametrize("path", [PATH, "config.json"])
def test_damage_on_the_way_is_fetched_once_more_then_said(hub: Hub, server: HubServer, path: str) -> None:
    server.faults.append(hub_server.sends_wrong_bytes(path=path, times=1))
    fetch_whole(hub, path)
    server.faults.append(hub_server.sends_wrong_bytes(path=path))
    other = Hub(cache=hub.cache.with_name("other"), endpoint=server.url)
    listing, file = remote_file(other, path)
    with pytest.raises(DownloadError) as damaged:
        list(fetch_file(other, listing, file, IMPATIENT))
    assert damaged.value.kind == "damaged"
    assert not other.is_cached(listing, file)
    assert other.cached_bytes(listing, file) == 0


@pytest.mark.parametrize("status", [500, 503, 429])
def test_what_passes_is_waited_for(hub: Hub, server: HubServer, status: int) -> None:
    server.faults.append(hub_server.answers_with(status, path=PATH, times=2))
    assert any(event.waiting_reason for event in fetch_whole(hub))


@pytest.mark.parametrize(
    ("status", "kind"),
    [(500, "server"), (503, "server"), (429, "busy"), (404, "gone"), (403, "forbidden"), (401, "sign in")],
)
def test_what_stays_is_a_sentence(hub: Hub, server: HubServer, status: int, kind: str) -> None:
    server.faults.append(hub_server.answers_with(status, path=PATH))
    listing, file = remote_file(hub)
    with pytest.raises(DownloadError) as refused:
        list(fetch_file(hub, listing, file, IMPATIENT))
    assert refused.value.kind == kind
    assert all((refused.value.what, refused.value.why, refused.value.remedy))
    assert "{" not in str(refused.value)
    passing = status >= 500 or status == 429
    assert len(server.requests_for(PATH)) == (IMPATIENT.max_tries if passing else 1)


def test_a_full_disk_is_a_sentence_and_keeps_what_came(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    listing, file = remote_file(hub)
    real = Path.open

    class Full:
        """A file on a disk with room for 100 kB."""

        def __init__(self, file: Any) -> None:
            self.file, self.left = file, 100_000

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def flush(self) -> None:
            self.file.flush()

        def write(self, block: bytes) -> None:
            if len(block) > self.left:
                self.file.write(block[: self.left])
                raise OSError(errno.ENOSPC, "No space left on device")
            self.left -= len(block)
            self.file.write(block)

    def opened(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        file = real(path, mode, *rest, **more)
        return Full(file) if path.name.endswith(".incomplete") and mode != "rb" else file

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", opened)
        with pytest.raises(DownloadError) as full:
            list(fetch_file(hub, listing, file, IMPATIENT))
    assert full.value.kind == "disk full"
    assert hub.cached_bytes(listing, file) == 100_000
    fetch_whole(hub)


def test_more_bytes_than_were_promised_are_damage(hub: Hub, server: HubServer) -> None:
    """As from a network that answers everything with a page of its own: it is not asked for ever."""

    def page(handler: hub_server.Handler, request: hub_server.Request) -> bool:
        handler.answer(200, b"<html>Please sign in to this network</html>" * 9000)
        return True

    server.faults.append(page)
    listing, file = remote_file(hub, "config.json")
    with pytest.raises(DownloadError) as damaged:
        list(fetch_file(hub, listing, file, IMPATIENT))
    assert damaged.value.kind == "damaged"
    assert len(server.requests_for("config.json")) == 2
