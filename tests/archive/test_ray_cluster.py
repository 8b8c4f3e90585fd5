"""A real Ray cluster of two nodes on this machine: the bytes of one machine, also when a worker and a node are killed."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psutil
import pytest

from app.archive import plan as planning
from app.archive.archive import ArchiveRun
from app.archive.group_transcription import transcribe_here
from app.archive.manifest import Manifest, read_manifest
from app.archive.plan import make_plan
from app.archive.ray_cluster import Cluster
from app.archive.settings import ArchiveSettings
from app.archive.source_folder import LocalFolder
from app.errors import ArchiveError

from .conftest import outputs, write_talk

ROOT = Path(__file__).parents[2]
NODE = {"num_cpus": 1, "object_store_memory": 80_000_000}
WITHOUT_RAY = "Ray is not installed: pip install 'anneal[cluster]'"
FILES = 12


def test_it_says_what_is_missing(settings: ArchiveSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ArchiveError, match="Ray is not installed"), Cluster("auto", settings, LocalFolder(tmp_path)):
        pass


def test_an_address_at_which_nobody_answers(settings: ArchiveSettings, tmp_path: Path) -> None:
    pytest.importorskip("ray", reason=WITHOUT_RAY)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    for address in (f"127.0.0.1:{port}", f"ray://127.0.0.1:{port}"):
        with (
            pytest.raises(ArchiveError, match=r"no Ray cluster .*refused"),
            Cluster(address, settings, LocalFolder(tmp_path)),
        ):
            pass


def test_an_address_at_which_something_else_listens(
    settings: ArchiveSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("ray", reason=WITHOUT_RAY)
    monkeypatch.setattr("app.archive.ray_cluster.ANSWER_S", 1.0)
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(ArchiveError, match="Something else"), Cluster(address, settings, LocalFolder(tmp_path)):
            pass


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A cluster with one node on the loopback. Its processes end with this one, however that ends."""
    pytest.importorskip("ray", reason=WITHOUT_RAY)
    from ray.cluster_utils import Cluster as Machines

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("RAY_memory_monitor_refresh_ms", "0")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    folder = mkdtemp(prefix="ray-", dir="/tmp")  # short: sockets lie in it
    monkeypatch.setenv("RAY_TMPDIR", folder)  # the cluster's address goes into a folder there, which ray does not make
    Path(folder, "ray").mkdir()
    head = {**NODE, "node_ip_address": "127.0.0.2", "include_dashboard": False, "temp_dir": folder}
    machines = None
    try:
        machines = Machines(initialize_head=True, head_node_args=head)
        yield machines
    finally:
        if machines is not None:
            machines.shutdown()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.slow
def test_what_dies_costs_a_retry_and_no_byte(
    machines: Any, settings: ArchiveSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A node joins while it runs, a worker and that node are killed, a machine is refused."""
    monkeypatch.setattr(planning, "GROUP_FILES", 2)
    for seed in range(FILES):
        write_talk(tmp_path / "talks" / f"{seed:02}.wav", seed, 1.0)
    folder = LocalFolder(tmp_path / "talks")
    nodes = []

    def run(into: Path, transcribe: Callable[..., Any], on_entry: Callable[[int], None] = lambda _count: None) -> None:
        into.mkdir()
        with Manifest(into) as manifest:
            archive = ArchiveRun(folder, manifest, settings, ["txt"], make_plan(folder, manifest, settings, ["txt"]))
            for count, _ in enumerate(archive.run(transcribe), 1):
                on_entry(count)
            assert manifest.path.read_bytes().count(b"\n") == FILES  # nothing lost, nothing twice

    def disturb(count: int) -> None:
        if count == 1:
            nodes.append(machines.add_node(**NODE, node_ip_address="127.0.0.3"))
        elif count == 3:
            os.kill(actors()[0], signal.SIGKILL)
        elif count == 7:
            kill_node(nodes[0])

    run(tmp_path / "one", lambda groups: transcribe_here(groups, folder, settings))
    with Cluster(machines.address, settings, folder) as cluster:
        run(tmp_path / "many", cluster.transcribe, disturb)
        assert cluster.deaths >= 1
    assert outputs(tmp_path / "many") == outputs(tmp_path / "one")
    assert all(not entry.error for entry in read_manifest(tmp_path / "many" / "manifest.jsonl"))
    with (
        Cluster(machines.address, replace(settings, version="0.1"), folder) as cluster,
        pytest.raises(ArchiveError, match="has Anneal"),
    ):
        run(tmp_path / "refused", cluster.transcribe)


def actors() -> list[int]:
    """Process ids of the actors of this process's cluster."""
    own = psutil.Process().children(recursive=True)
    return [process.pid for process in own if "ModelActor" in " ".join(process.cmdline())]


def kill_node(node: Any) -> None:
    raylet = node.all_processes["raylet"][0].process.pid
    for pid in (raylet, *(process.pid for process in psutil.Process(raylet).children(recursive=True))):
        os.kill(pid, signal.SIGKILL)
