"""A whole model over the hub on loopback: asked first, fetched, put together, verified, removed; and the same from a folder."""

from __future__ import annotations

import shutil
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from huggingface_hub import constants

from app.errors import ModelError
from app.models import hardware
from app.models.catalog import INTERFAZE_SMALL, CatalogModel, list_installed
from app.models.install import access_token
from app.models.install.download import (
    Installed,
    InstallProgress,
    SpeedMeter,
    discard_partial,
    download,
    read_manifest,
    uninstall,
    verify_model,
)
from app.models.install.file_transfer import RetryPolicy
from app.models.install.hub import Hub
from app.models.install.hub_errors import DownloadError
from app.models.install.local_import import find_components, import_folder
from app.models.install.preflight import DownloadEstimate, estimate_download
from app.speech.model.assembly import load_model
from tests.models import hub_server, stand_ins
from tests.models.hub_server import COMMIT, HubServer, Repo
from tests.models.stand_ins import PROJECTORS, checkpoint_tensors, write_repository

QUICK = RetryPolicy(connect_timeout_s=2, read_timeout_s=0.5, max_tries=3, initial_backoff_s=0.01, max_backoff_s=0.05)
MODEL = replace(INTERFAZE_SMALL, needs=None)
SHARD = "model.safetensors"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three repositories as plain folders."""
    root = tmp_path_factory.mktemp("published")
    made = stand_ins.make_source_model(next(iter(PROJECTORS)))
    adapter = write_repository(
        root / "diffusion-gemma-asr-small", checkpoint_tensors(made, stand_ins.peft_keys, "projector.")
    )
    return {"adapter": adapter, "backbone": stand_ins.backbone_folder(root), "encoder": stand_ins.encoder_folder(root)}


@pytest.fixture
def hub(server: HubServer, folders: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """All three repositories on the server; the adapter's is gated, as the real one is."""
    for repository in MODEL.repositories:
        files = {path.name: path.read_bytes() for path in folders[repository.part].iterdir()}
        large = frozenset(name for name in files if name.endswith((".safetensors", ".pt")))
        server.repos[repository.name] = Repo(
            {**files, "LICENSE": b"Do what is right."}, large, repository.asks_for_contact
        )
    server.tokens = {"good", "new"}
    server.repos[MODEL.adapter.name].agreed = {"good"}
    cache = tmp_path / "hub"
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    return Hub("good", cache, server.url)


def last(events: Iterator[InstallProgress | Installed]) -> Path:
    *_, end = events
    assert isinstance(end, Installed)
    return end.folder


class TestBeforehand:
    def test_every_part_is_described(self, hub: Hub) -> None:
        quote = estimate_download(MODEL, hub)
        assert quote.problems == ()
        assert quote.missing_bytes == quote.size_bytes > 0
        for part in quote.repositories:
            assert part.listing is not None
            assert part.listing.commit == COMMIT
            assert part.listing.licence == "mit"
            assert hub.licence_text(part.listing) == "Do what is right."
        gated = {part.repository.part: part.listing.gated for part in quote.repositories if part.listing}
        assert gated == {"adapter": True, "backbone": False, "encoder": False}

    @pytest.mark.parametrize(("token", "kind"), [(None, "sign in"), ("new", "agree"), ("wrong", "sign in")])
    def test_who_may_not_is_told_before_the_first_byte(
        self, hub: Hub, server: HubServer, token: str | None, kind: str
    ) -> None:
        other = Hub(access_token, hub.cache, server.url)
        quote = estimate_download(MODEL, other)
        assert quote.problems[0].kind == kind
        assert all((quote.problems[0].what, quote.problems[0].why, quote.problems[0].remedy))
        with pytest.raises(DownloadError):
            next(download(quote, other, hub.cache.parent / "models"))
        assert server.requests == []

    def test_too_little_room_is_told(self, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
        usage = namedtuple("usage", "total used free")
        monkeypatch.setattr(hardware.shutil, "disk_usage", lambda _: usage(10**10, 9 * 10**9, 10**9))
        problem = estimate_download(MODEL, hub).problems[0]
        assert problem.kind == "disk full"
        assert "1.0 GB are free" in problem.why

    def test_a_repository_that_is_gone_is_told(self, hub: Hub, server: HubServer) -> None:
        del server.repos["openai/whisper-small"]
        assert [part.problem.kind for part in estimate_download(MODEL, hub).repositories if part.problem] == ["gone"]

    @pytest.mark.parametrize(("status", "kind"), [(500, "server"), (429, "busy"), (403, "forbidden")])
    def test_a_hub_with_problems_is_told(self, hub: Hub, server: HubServer, status: int, kind: str) -> None:
        server.api_status = status
        parts = estimate_download(MODEL, hub).repositories  # the disk is not asked for: its room is the machine's own
        assert {part.problem.kind for part in parts if part.problem} == {kind}

    def test_no_network_is_told(self, hub: Hub) -> None:
        nowhere = Hub("good", hub.cache, "http://127.0.0.1:9")
        with pytest.raises(DownloadError) as unreached:
            estimate_download(MODEL, nowhere)
        assert unreached.value.kind == "offline"

    def test_a_server_without_a_certificate_is_told(self, hub: Hub, server: HubServer) -> None:
        with pytest.raises(DownloadError) as refused:
            estimate_download(MODEL, Hub("good", hub.cache, server.url.replace("http:", "https:")))
        assert refused.value.kind == "certificate"


class TestDownload:
    def test_it_is_installed_and_runs(self, hub: Hub, tmp_path: Path) -> None:
        events = list(download(estimate_download(MODEL, hub), hub, tmp_path / "models", QUICK))
        progress = [event for event in events if isinstance(event, InstallProgress)]
        assert [event.done_bytes for event in progress] == sorted(event.done_bytes for event in progress)
        assert progress[-1].done_bytes == progress[-1].total_bytes
        folder = last(iter(events))
        model = load_model(folder)
        assert model.spec.backbone.revision == COMMIT
        assert [each.name for each in list_installed(tmp_path / "models") if each.folder == folder] == [MODEL.name]
        assert estimate_download(MODEL, hub).missing_bytes == 0

    def test_stopped_and_gone_on_nothing_is_fetched_twice(self, hub: Hub, server: HubServer, tmp_path: Path) -> None:
        server.faults.append(hub_server.stalls_after(5000, 2, path=SHARD, times=1))
        events = download(estimate_download(MODEL, hub), hub, tmp_path / "models", QUICK)
        for event in events:
            if isinstance(event, InstallProgress) and event.waiting_reason:
                break
        events.close()  # type: ignore[attr-defined]
        fetched = len(server.requests)
        quote = estimate_download(MODEL, hub)
        assert 0 < quote.missing_bytes < quote.size_bytes
        last(download(quote, hub, tmp_path / "models", QUICK))
        again = [request for request in server.requests[fetched:] if request.path == SHARD]
        assert again[0].offset == 5000
        paths = [(request.path, request.offset) for request in server.requests if request.path.endswith(".pt")]
        assert len(paths) == 1

    def test_giving_up_frees_what_was_left_half(self, hub: Hub, server: HubServer, tmp_path: Path) -> None:
        server.faults.append(hub_server.breaks_after(5000, path=SHARD, times=1))
        server.faults.append(hub_server.answers_with(404, path=SHARD))
        with pytest.raises(DownloadError):
            list(download(estimate_download(MODEL, hub), hub, tmp_path / "models", QUICK))
        quote = estimate_download(MODEL, hub)
        assert discard_partial(quote, hub) == 5000
        assert not list(hub.cache.rglob("*.incomplete"))

    def test_what_another_program_downloaded_is_used(
        self, hub: Hub, server: HubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import huggingface_hub

        huggingface_hub.snapshot_download(
            "openai/whisper-small", cache_dir=hub.cache, endpoint=server.url, token="good"
        )
        before = len(server.requests_for("config.json"))
        quote = estimate_download(MODEL, hub)
        encoder = next(part for part in quote.repositories if part.repository.part == "encoder")
        assert encoder.missing_bytes == 0
        folder = last(download(quote, hub, tmp_path / "models", QUICK))
        assert len(server.requests_for("config.json")) == before + 1  # the backbone's only
        uninstall(folder)
        assert (hub.repository_folder("openai/whisper-small") / "snapshots" / COMMIT / SHARD).is_file()
        assert not hub.repository_folder("google/diffusiongemma-26B-A4B-it").exists()

    def test_another_programs_list_of_files_does_not_make_ours_incomplete(
        self, hub: Hub, server: HubServer, tmp_path: Path
    ) -> None:
        import huggingface_hub

        whisper = "openai/whisper-small"
        server.repos[whisper].files["tf_model.h5"] = b"the same weights in another form"
        huggingface_hub.snapshot_download(
            whisper, cache_dir=hub.cache, endpoint=server.url, token="good", allow_patterns=["README*"]
        )
        folder = last(download(estimate_download(MODEL, hub), hub, tmp_path / "models", QUICK))
        assert not list(hub.cache.rglob("tf_model.h5"))
        load_model(folder)


class TestInstalled:
    @pytest.fixture
    def folder(self, hub: Hub, tmp_path: Path) -> Path:
        return last(download(estimate_download(MODEL, hub), hub, tmp_path / "models", QUICK))

    def test_every_file_is_compared(self, folder: Path, hub: Hub) -> None:
        *_, end = verify_model(folder)
        assert end.done_bytes == end.total_bytes
        shard = next(hub.repository_folder("openai/whisper-small").rglob(SHARD)).resolve()
        body = bytearray(shard.read_bytes())
        body[-1] ^= 1
        shard.write_bytes(bytes(body))
        with pytest.raises(DownloadError) as damaged:
            list(verify_model(folder))
        assert damaged.value.kind == "damaged"
        assert SHARD in damaged.value.what

    def test_removing_frees_what_was_fetched(self, folder: Path, hub: Hub) -> None:
        record = read_manifest(folder / "install.json")
        assert record is not None
        size = sum(size for each in record["repositories"].values() for size, _ in each["files"].values())
        assert uninstall(folder) > size
        assert not folder.exists()
        assert not list(hub.cache.rglob("*.safetensors"))
        assert not [path for path in hub.cache.glob("models--*") if path.is_dir()]

    def test_what_another_model_needs_stays(self, folder: Path, hub: Hub) -> None:
        other = folder.with_name("other")
        shutil.copytree(folder, other)
        uninstall(folder)
        load_model(other)


class TestFolder:
    def test_a_published_model_side_by_side(self, folders: dict[str, Path], tmp_path: Path) -> None:
        source = tmp_path / "stick"
        for path in folders.values():
            shutil.copytree(path, source / path.name)
        assert set(find_components(source)) == {"adapter", "backbone", "encoder"}
        events = list(import_folder(source, tmp_path / "models"))
        folder = last(iter(events))
        assert folder == tmp_path / "models" / "diffusion-gemma-asr-small"
        shutil.rmtree(source)
        load_model(folder)
        assert not list((tmp_path / "models").glob(".importing*"))

    def test_a_hubs_cache(self, hub: Hub, tmp_path: Path) -> None:
        last(download(estimate_download(MODEL, hub), hub, tmp_path / "first", QUICK))
        folder = last(import_folder(hub.cache, tmp_path / "models"))
        shutil.rmtree(hub.cache)
        load_model(folder)

    def test_a_model_of_ones_own(self, folders: dict[str, Path], tmp_path: Path) -> None:
        shutil.copytree(folders["backbone"], tmp_path / "mine" / "backbone")
        (tmp_path / "mine" / "adapter.json").write_text("{}")
        folder = last(import_folder(tmp_path / "mine", tmp_path / "models"))
        assert (folder / "backbone" / "config.json").is_file()
        with pytest.raises(ModelError, match="installed already"):
            list(import_folder(tmp_path / "mine", tmp_path / "models"))

    def test_what_is_missing_is_named(self, folders: dict[str, Path], tmp_path: Path) -> None:
        with pytest.raises(ModelError, match=r"adapter, encoder"):
            list(import_folder(folders["backbone"], tmp_path / "models"))

    def test_stopping_leaves_nothing(self, folders: dict[str, Path], tmp_path: Path) -> None:
        events = import_folder(folders["adapter"].parent, tmp_path / "models")
        next(events)
        events.close()  # type: ignore[attr-defined]
        assert list((tmp_path / "models").iterdir()) == []


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A real backend that forgets with the process."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("there is none")


class TestToken:
    def test_the_keyring_keeps_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(access_token, "get_token", lambda: "hub's own")
        before = keyring.get_keyring()
        keyring.set_keyring(MemoryKeyring())
        try:
            assert access_token.read_token() == "hub's own"
            access_token.store_token(" hf_mine\n")
            assert access_token.read_token() == "hf_mine"
            access_token.delete_token()
            access_token.delete_token()
            assert access_token.read_token() == "hub's own"
        finally:
            keyring.set_keyring(before)

    def test_without_a_keyring_it_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from keyring.backends.fail import Keyring

        monkeypatch.setattr(access_token, "get_token", lambda: None)
        before = keyring.get_keyring()
        keyring.set_keyring(Keyring())
        try:
            assert access_token.read_token() is None
            with pytest.raises(ModelError, match="hf auth login"):
                access_token.store_token("hf_mine")
        finally:
            keyring.set_keyring(before)


def test_speed_is_that_of_the_last_moments() -> None:
    speed = SpeedMeter()
    assert speed.update(0, 0.0) is None
    assert speed.update(3_000_000_000, 1.0) == 3e9
    for second in range(2, 30):
        latest = speed.update(3_000_000_000 + second * 10, float(second))
    assert latest == pytest.approx(10)
    assert speed.update(0, 30.0) is None


def test_quotes_add_up(tmp_path: Path) -> None:
    needs = INTERFAZE_SMALL.needs
    assert needs is not None
    known: CatalogModel = INTERFAZE_SMALL
    assert DownloadEstimate(known, (), 0).needed_bytes == needs.packed_experts_bytes + 2_000_000_000
