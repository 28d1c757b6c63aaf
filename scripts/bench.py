"""Times crosswire against a bare parse of the same texts and keeps the table in BENCHMARKS.md (scripts/paints.py adds the page's).

    bench.py [--articles N] [--rounds N] [--shared DIR] [--config FILE] [--dry]

Each round times a whole run (read to written record, one worker, everything loaded) and then a bare `nlp.pipe` of the same language
pipeline over the same texts, one thread each. The ratio is the median over the rounds, so that a busy machine weighs on
both alike. Articles: news_cluster, then basil, of the optional `../shared` folder; the bundled sample, repeated, without it.
"""

import argparse
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import TYPE_CHECKING

from datasets import ROOT, SHARED, Row, read_basil, read_news_cluster, write_rows

if TYPE_CHECKING:
    from spacy.language import Language

REPORT = ROOT / "BENCHMARKS.md"
WRITING, QUOTES = "write", "quotes, a part of extract"
# The arithmetic libraries read these when numpy is loaded.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class StageClock:
    """How long each stage took: the time up to a call of progress belongs to the stage that the call names."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.last = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self.last
        self.last = now


@dataclass
class Timing:
    """What one bench saw: seconds of each round, seconds of each stage in each round, MiB at most."""

    articles: int
    words: int = 0
    source: str = ""
    imports: float = 0.0
    loading: float = 0.0
    loaded_mib: float = 0.0
    peak_mib: float = 0.0
    whole: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    stages: list[dict[str, float]] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The whole run as a multiple of the bare parse."""
        return median(whole / bare for whole, bare in zip(self.whole, self.bare, strict=True))

    def share(self, stage: str) -> float:
        """A stage's part of the whole run."""
        return median(stages.get(stage, 0.0) / whole for stages, whole in zip(self.stages, self.whole, strict=True))


def choose_rows(shared: Path, count: int) -> tuple[str, list[Row]]:
    """The articles to time, and where they come from."""
    rows = [row for row, _ in read_news_cluster(shared)] + [row for row, _ in read_basil(shared)]
    if rows:
        return "news_cluster, then basil", rows[:count]
    rows = read_sample()
    return "the bundled sample, repeated", [rows[i % len(rows)] | {"id": str(i)} for i in range(count)]


def read_sample() -> list[Row]:
    import crosswire

    record = crosswire.build(ROOT / "src" / "crosswire" / "sample" / "articles", workers=1)
    return [{"text": article.text, "title": article.title or ""} for article in record.articles]


def load_everything(rows: Path, timing: Timing, config: Path | None) -> "Language":
    """Imports, then a run over a few articles, which loads whatever a run needs; the language pipeline it uses."""
    start = time.perf_counter()
    from crosswire import pipeline  # noqa: F401  # its imports are what is timed
    from crosswire.annotate import load_pipeline
    from crosswire.settings import load_settings

    timing.imports = time.perf_counter() - start
    start = time.perf_counter()
    nlp = load_pipeline(load_settings(config).model)
    with tempfile.TemporaryDirectory() as out:
        time_whole(rows, Path(out), config)
    timing.loading = time.perf_counter() - start
    timing.loaded_mib = read_peak()
    return nlp


def time_whole(rows: Path, out: Path, config: Path | None) -> tuple[float, dict[str, float]]:
    """Seconds of a whole run, from files to written files, and of each of its stages."""
    import crosswire.extract

    clock, start = StageClock(), time.perf_counter()
    with time_calls(crosswire.extract, "find_quotes", clock.seconds):
        record = crosswire.build(rows, config=config, workers=1, progress=clock)
    clock("other", 1, 1)
    record.save(out)
    clock(WRITING, 1, 1)
    return time.perf_counter() - start, clock.seconds


@contextmanager
def time_calls(module: ModuleType, name: str, seconds: dict[str, float]) -> Iterator[None]:
    """Adds to `seconds`, under QUOTES, how long each call of a module's function takes while the context lasts."""
    function = getattr(module, name)

    def timed(*args: object) -> object:
        start = time.perf_counter()
        found = function(*args)
        seconds[QUOTES] = seconds.get(QUOTES, 0.0) + time.perf_counter() - start
        return found

    setattr(module, name, timed)
    try:
        yield
    finally:
        setattr(module, name, function)


def time_bare(nlp: "Language", texts: list[str]) -> float:
    start = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    return time.perf_counter() - start


def run_bench(shared: Path, count: int, rounds: int, config: Path | None = None) -> Timing:
    """Loads, then times whole and bare by turns."""
    source, rows = choose_rows(shared, count)
    timing = Timing(len(rows), sum(len(row["text"].split()) for row in rows), source)
    texts = [row["text"] for row in rows]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        few, all_rows = write_rows(rows[:3], folder / "few.jsonl"), write_rows(rows, folder / "rows.jsonl")
        nlp = load_everything(few, timing, config)
        for turn in range(rounds):
            whole, stages = time_whole(all_rows, folder / f"record-{turn}", config)
            timing.peak_mib = timing.peak_mib or read_peak()
            timing.whole.append(whole)
            timing.stages.append(stages)
            timing.bare.append(time_bare(nlp, texts))
            print(f"round {turn + 1}: whole {whole:.1f} s, bare {timing.bare[-1]:.1f} s", file=sys.stderr, flush=True)
    return timing


def read_peak() -> float:
    """The most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def describe(timing: Timing) -> str:
    """The table, and how to repeat it."""
    stages = sorted({stage for stages in timing.stages for stage in stages}, key=lambda s: -timing.share(s))
    rows = [
        ("articles", f"{timing.articles} ({timing.words:,} words; {timing.source})"),
        ("**whole run / bare parse**", f"**{timing.ratio:.2f}**"),
        ("whole run", f"{median(timing.whole):.1f} s, {timing.articles / median(timing.whole):.1f} articles/s"),
        ("bare `nlp.pipe`", f"{median(timing.bare):.1f} s, {timing.articles / median(timing.bare):.1f} articles/s"),
        *((f"share of {stage}", f"{timing.share(stage):.1%}") for stage in stages),
        ("imports, loading", f"{timing.imports:.1f} s, {timing.loading:.1f} s"),
        ("memory once loaded, at most", f"{timing.loaded_mib:.0f} MiB, {timing.peak_mib:.0f} MiB"),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in [("what", "seen"), ("---", "---"), *rows])
    return f"{table}\n\n{describe_method(len(timing.whole))}\nMachine: {describe_machine()}."


def describe_machine() -> str:
    """What this runs on, as far as it bears on the figures."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def describe_method(rounds: int) -> str:
    return (
        f"Repeat with `make bench`. Rounds: {rounds}, each a whole run, from files to written files, and a bare `nlp.pipe` of the same "
        "pipeline over the same texts, by turns, in one process, one worker and one thread each; medians. Imports and loading "
        "are timed apart."
    )


def keep(table: str, name: str, report: Path = REPORT) -> None:
    """Puts the table between the markers of its name, the rest of the page left as it is."""
    start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    before, _, rest = report.read_text(encoding="utf-8").partition(start)
    _, _, after = rest.partition(end)
    report.write_text(f"{before}{start}\n{table}\n{end}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--config", type=Path, help="settings as TOML")
    parser.add_argument("--dry", action="store_true", help="print the table only")
    args = parser.parse_args()
    os.environ.update(dict.fromkeys(THREADS, "1"))
    table = describe(run_bench(args.shared, args.articles, args.rounds, args.config))
    print(table)
    if not args.dry:
        keep(table, "bench")


if __name__ == "__main__":
    main()
