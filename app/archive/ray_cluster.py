"""The groups of an archive on the machines of a Ray cluster. Needs the extra ``anneal[cluster]``; no other module knows Ray.

Ray places actors, each with the model, finds out which died, and moves groups and results. Here is decided who gets which group
next: an actor gets one when it has none, so nothing piles up, whatever the length of the plan. A group whose actor died goes to
another one. Where no group is left and one takes long, an actor that has nothing to do begins it too, and the first result
counts.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from app.errors import AnnealError, ArchiveError, reason_of

from .group_transcription import FileResult, load_engine, transcribe_group
from .plan import Group
from .settings import ArchiveSettings
from .source_folder import SourceFolder

DEATHS_MAX = 3
"""How often a group may lose its actor; then its files are tried one by one, and one that does so again is the failure."""
LATE = 2.0
"""A group is late that takes this many times what the others took for the same duration."""
LOOK_INTERVAL_S = 2.0
"""How often new machines are looked for."""
ANSWER_S = 8.0
"""How long a cluster may take to answer."""
START_AGAIN_S = 5.0
"""Until another actor is asked for, after one died while it loaded the model."""
ROOM_WAIT_S = 30.0
"""How long a machine is waited for where none has room for a model."""


class ModelActor:
    """Runs on the cluster: keeps the model, and transcribes one group at a time."""

    def __init__(self, settings: ArchiveSettings, folder: SourceFolder) -> None:
        self._settings, self._folder = settings, folder

    def load(self) -> None:
        """Load the model. Raises ``AnnealError``."""
        self._engine = load_engine(self._settings)
        for _ in self._engine.prepare():
            pass

    def transcribe(self, group: Group) -> list[FileResult]:
        """The results of all files of a group that are wanted."""
        return list(transcribe_group(self._engine, group, self._folder, self._settings.options))


@dataclass(eq=False)
class _Job:
    """A group, and who works on it."""

    group: Group
    deaths: int = 0
    done: bool = False
    copies: int = 0
    began: float = 0.0


@dataclass
class Cluster:
    """Actors on a Ray cluster. A context manager: entering connects, leaving frees what was taken.

    Args:
        address: ``auto``, ``HOST:PORT`` or ``ray://HOST:PORT``.
        cpus: cores of an actor where the cluster has no cards, or the CPU was chosen; else an actor has a card.

    Raises:
        ArchiveError: Ray is not installed, or there is no cluster.
    """

    address: str
    settings: ArchiveSettings
    folder: SourceFolder
    cpus: int = 1
    deaths: int = 0
    """Actors that died so far, with or without their machines."""
    on_refused: Callable[[Exception], None] = lambda _error: None
    """Is told why a machine takes no part, such as another version of Anneal."""
    _refused: dict[Any, Exception] = field(default_factory=dict)
    _start_at: float = 0.0
    _had_room: float = field(default_factory=perf_counter)
    _starting: dict[Any, Any] = field(default_factory=dict)
    _idle: list[Any] = field(default_factory=list)
    _busy: dict[Any, tuple[Any, _Job]] = field(default_factory=dict)

    def __enter__(self) -> Cluster:
        try:
            import ray
        except ImportError as error:
            raise ArchiveError(
                "Ray is not installed.",
                "It connects the machines of a cluster.",
                "Install it on all of them: pip install 'anneal[cluster]'",
            ) from error
        try:
            address = _answering(self.address)
            ray.init(address=address, log_to_driver=False, logging_level="error")
        except (OSError, ValueError, RuntimeError) as error:
            raise ArchiveError(
                "There is no Ray cluster at {address}.",
                "{reason}.",
                "Start one: ray start --head, and ray start --address HOST:6379 on the other machines.",
                address=self.address,
                reason=reason_of(error, 200).rstrip("."),
            ) from error
        self._ray = ray
        with_card = self.settings.device != "cpu" and ray.cluster_resources().get("GPU", 0) >= 1
        self._resource = "GPU" if with_card or self.settings.device == "cuda" else "CPU"
        needs = {"num_gpus": 1, "num_cpus": 1} if self._resource == "GPU" else {"num_cpus": self.cpus}
        self._actor_class = ray.remote(ModelActor).options(**needs, max_restarts=0, max_task_retries=0)
        return self

    def __exit__(self, *failure: object) -> None:
        for actor in self._actors():
            self._ray.kill(actor)
        self._ray.shutdown()

    @property
    def ready(self) -> int:
        """Actors that have loaded their model."""
        return len(self._idle) + len(self._busy)

    def transcribe(self, groups: Iterable[Group]) -> Iterator[FileResult]:
        """Transcribe all groups, in any order; the results of a group come together, once.

        Raises:
            AnnealError: the model cannot be loaded somewhere.
        """
        source = iter(groups)
        jobs = deque[_Job]()
        left = 0  # jobs that were taken from the source and are not done
        sound_s = took_s = 0.0
        looked = -LOOK_INTERVAL_S
        room = 1
        while True:
            look = perf_counter() - looked >= LOOK_INTERVAL_S
            if look:
                room, looked = max(1, self._room()), perf_counter()
                self._raise_if_all_are_refused()
            new = [_Job(group) for group in islice(source, max(0, room - len(jobs)))]
            jobs.extend(new)
            left += len(new)
            if not left:
                return
            if look and perf_counter() >= self._start_at:
                self._start_actors(min(room, left))
            self._hand_out(jobs, took_s / sound_s if sound_s else None)
            refs = [*self._starting, *self._busy]
            ready, _ = self._ray.wait(refs, num_returns=1, timeout=LOOK_INTERVAL_S) if refs else ([], [])
            for ref in ready:
                if ref in self._starting:
                    self._take_actor(ref)
                    continue
                job, results = self._take_results(ref)
                if job.done:
                    continue
                if results is None:
                    if job.copies:  # another actor has it, too
                        continue
                    more, failed = self._again(job)
                    jobs.extendleft(more)
                    left += len(more) - 1
                    yield from failed
                    continue
                job.done, left = True, left - 1
                sound_s += job.group.duration_s
                took_s += perf_counter() - job.began
                yield from results

    def _actors(self) -> list[Any]:
        return [*self._refused, *self._starting.values(), *self._idle, *(actor for actor, _ in self._busy.values())]

    def _room(self) -> int:
        """For how many actors the machines that are there have room."""
        each = 1 if self._resource == "GPU" else self.cpus
        alive = [node["Resources"] for node in self._ray.nodes() if node["Alive"]]
        room = sum(int(resources.get(self._resource, 0) // each) for resources in alive)
        if not room and self._resource == "GPU":
            raise ArchiveError("The cluster has no card.", "None of its machines tells of one.", "Use --device cpu.")
        if not room and perf_counter() - self._had_room > ROOM_WAIT_S:
            raise ArchiveError(
                "No machine of the cluster can hold a model.",
                "A model gets {cpus} cores, and no machine has so many.",
                "Start a machine with more, or give a smaller number for --cpus.",
                cpus=self.cpus,
            )
        if room:
            self._had_room = perf_counter()
        return room

    def _start_actors(self, wanted: int) -> None:
        """Ask for actors until there are as many; Ray places them."""
        for _ in range(wanted - len(self._actors())):
            actor = self._actor_class.remote(self.settings, self.folder)
            self._starting[actor.load.remote()] = actor

    def _hand_out(self, jobs: deque[_Job], pace: float | None) -> None:
        """Give each idle actor a group; where none is left, one that is late. ``pace`` is the work per second of sound."""
        while self._idle:
            job = jobs.popleft() if jobs else self._late_job(pace)
            if job is None:
                return
            if not job.copies:
                job.began = perf_counter()
            job.copies += 1
            actor = self._idle.pop()
            self._busy[actor.transcribe.remote(job.group)] = actor, job

    def _late_job(self, pace: float | None) -> _Job | None:
        running = [job for _, job in self._busy.values() if not job.done and job.copies == 1]
        if pace is None or not running:
            return None
        oldest = min(running, key=lambda job: job.began)
        late = perf_counter() - oldest.began > LATE * pace * oldest.group.duration_s
        return oldest if late else None

    def _refuse(self, actor: Any, error: Any) -> None:
        """Go on without an actor that cannot work; it keeps its place, so that Ray puts no other one there.

        Raises its error if there is no other one.
        """
        self._refused[actor] = _cause(error)
        self._raise_if_all_are_refused()
        self.on_refused(self._refused[actor])

    def _raise_if_all_are_refused(self) -> None:
        if self._refused and not self.ready and (not self._starting or self._room() <= len(self._refused)):
            raise next(reversed(self._refused.values()))

    def _take_actor(self, ref: Any) -> None:
        actor = self._starting.pop(ref)
        try:
            self._ray.get(ref)
        except self._ray.exceptions.RayTaskError as error:
            self._refuse(actor, error)
        except self._ray.exceptions.RayError as error:
            self.deaths += 1
            self._start_at = perf_counter() + START_AGAIN_S
            if self.deaths > DEATHS_MAX and not self.ready and not self._starting:
                raise ArchiveError(
                    "The machines of the cluster die while they load the model.",
                    "{reason}.",
                    "Give each actor more memory: more cores for one, so that fewer share a machine.",
                    reason=reason_of(error, 200).rstrip("."),
                ) from error
        else:
            self._idle.append(actor)

    def _take_results(self, ref: Any) -> tuple[_Job, list[FileResult] | None]:
        """The job of a call that ended, and its results; None where its actor died."""
        actor, job = self._busy.pop(ref)
        job.copies -= 1
        try:
            results = self._ray.get(ref)
        except self._ray.exceptions.RayTaskError as error:
            self._refuse(actor, error)
            return job, None
        except self._ray.exceptions.RayError:
            self.deaths += 1
            return job, None
        self._idle.append(actor)
        return job, results

    def _again(self, job: _Job) -> tuple[list[_Job], list[FileResult]]:
        """What to do after an actor died: the jobs that take its job's place, and files that are given up."""
        job.deaths += 1
        if job.deaths < DEATHS_MAX:
            return [job], []
        files = [file for file in job.group.files if file.path in job.group.wanted]
        if len(files) > 1:
            return [_Job(Group((file,), frozenset((file.path,))), job.deaths - 1) for file in files], []
        error = f"The process that transcribed it died, {job.deaths} times."
        return [], [FileResult(file, error=error, retry=True) for file in files]


def _answering(address: str) -> str:
    """The full address of a cluster, once somebody answers there: Ray itself waits for minutes where nobody does.

    Raises:
        OSError: nobody answers, or not in the protocol of Ray.
        ValueError: it is no address.
    """
    if address == "auto":
        from ray._private.services import canonicalize_bootstrap_address

        address = canonicalize_bootstrap_address(address)
    scheme, place = ("ray://", address[6:]) if address.startswith("ray://") else ("", address)
    parts = urlsplit(f"//{place}")
    host, port = parts.hostname or "", parts.port or (10001 if scheme else 6379)
    place = place if parts.port else f"{place}:{port}"
    with socket.create_connection((host, port), ANSWER_S):
        pass
    if os.environ.get("RAY_USE_TLS", "0") == "0":
        import grpc

        with grpc.insecure_channel(place) as channel:
            try:
                grpc.channel_ready_future(channel).result(ANSWER_S)
            except grpc.FutureTimeoutError as error:
                raise ConnectionError("Something else than Ray listens there") from error
    return scheme + place


def _cause(error: Any) -> Exception:
    """What an actor raised, as it would have been raised here."""
    cause = error.cause
    return cause if isinstance(cause, AnnealError) else error
