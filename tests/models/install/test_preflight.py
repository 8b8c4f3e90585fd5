"""Before a download the hub is asked for everything that can be in its way, and no file is fetched."""

from __future__ import annotations

from collections import namedtuple

import pytest

from app.models import hardware
from app.models.catalog import INTERFAZE_SMALL
from app.models.install.download import download
from app.models.install.hub import Hub
from app.models.install.hub_errors import DownloadError
from app.models.install.preflight import DownloadEstimate, estimate_download, files_in_download_order
from tests.models.hub_server import COMMIT, HubServer

from .published_model import MODEL, WHISPER


def test_every_repository_is_described(hub: Hub) -> None:
    estimate = estimate_download(MODEL, hub)
    assert estimate.problems == ()
    assert estimate.missing_bytes == estimate.size_bytes > 0
    assert len(estimate.repositories) == 3
    for part in estimate.repositories:
        assert part.listing is not None
        assert part.listing.commit == COMMIT
        assert part.listing.licence == "mit"
        assert hub.licence_text(part.listing) == "Do what is right."
    gated = {part.repository.part: part.listing.gated for part in estimate.repositories if part.listing}
    assert gated == {"adapter": True, "backbone": False, "encoder": False}


def test_weights_are_fetched_after_all_small_files(hub: Hub) -> None:
    paths = [file.path for _, _, file in files_in_download_order(estimate_download(MODEL, hub))]
    weights = [path.endswith(".safetensors") for path in paths]
    assert 0 < sum(weights) < len(weights)
    assert weights == sorted(weights)


@pytest.mark.parametrize(("token", "kind"), [(None, "sign in"), ("new", "agree"), ("wrong", "sign in")])
def test_a_user_without_access_is_refused_before_the_first_byte(
    hub: Hub, server: HubServer, token: str | None, kind: str
) -> None:
    other = Hub(token, hub.cache, server.url)
    estimate = estimate_download(MODEL, other)
    assert estimate.problems[0].kind == kind
    assert all((estimate.problems[0].what, estimate.problems[0].why, estimate.problems[0].remedy))
    with pytest.raises(DownloadError):
        next(download(estimate, other, hub.cache.parent / "models"))
    assert server.requests == []


def test_too_little_disk_space_is_a_problem(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(hardware.shutil, "disk_usage", lambda _: usage(10**10, 9 * 10**9, 10**9))
    problem = estimate_download(MODEL, hub).problems[0]
    assert problem.kind == "disk full"
    assert "1.0 GB are free" in problem.why


def test_a_repository_that_is_gone_is_a_problem(hub: Hub, server: HubServer) -> None:
    del server.repos[WHISPER]
    repositories = estimate_download(MODEL, hub).repositories
    assert [part.problem.kind for part in repositories if part.problem] == ["gone"]


@pytest.mark.parametrize(("status", "kind"), [(500, "server"), (429, "busy"), (403, "forbidden")])
def test_errors_of_the_hub_are_problems(hub: Hub, server: HubServer, status: int, kind: str) -> None:
    server.api_status = status
    repositories = estimate_download(MODEL, hub).repositories  # not all problems: the disk's are the machine's own
    assert {part.problem.kind for part in repositories if part.problem} == {kind}


def test_no_network_is_an_error(hub: Hub) -> None:
    nowhere = Hub("good", hub.cache, "http://127.0.0.1:9")
    with pytest.raises(DownloadError) as unreached:
        estimate_download(MODEL, nowhere)
    assert unreached.value.kind == "offline"


def test_a_server_without_a_certificate_is_an_error(hub: Hub, server: HubServer) -> None:
    with pytest.raises(DownloadError) as refused:
        estimate_download(MODEL, Hub("good", hub.cache, server.url.replace("http:", "https:")))
    assert refused.value.kind == "certificate"


def test_the_disk_needs_room_for_the_cached_experts_and_a_margin() -> None:
    needs = INTERFAZE_SMALL.needs
    assert needs is not None
    assert DownloadEstimate(INTERFAZE_SMALL, (), 0).needed_bytes == needs.packed_experts_bytes + 2_000_000_000
