"""Measures crosswire on the optional `../shared` folder and lays what it reaches beside the floors of measures.toml.

    measure.py [SET ...] [--raise] [--workers N] [--shared DIR] [--keep DIR]

Sets: seeds (five reports, labelled by hand), sample (the bundled one), grouping (stories of news clusters, BASIL, ECB+ and all of them
mixed, BCubed), copies (pairs of articles: one text, a reprint, a shared passage, one agency, independent), pages (bodies of web pages),
polnear (who is said to have said what, in political news), fakes and gvdb (incidents read from one article), muc4 (the same, of wire
texts in capitals), events (whether the reports of one event tell one incident), geo (where named places lie), timebank (which days
are meant), cases (short texts with a trap each). NAME-short is every eighth text, pair or event of a large set, for the tests. Exit
status 1 where a figure lies below its floor.
--raise lifts floors to what was reached; nothing lowers them.
"""

import argparse
import gzip
import json
import math
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any, TypeVar

from bcubed import measure_grouping
from cases import measure_cases
from copy_pairs import list_kinds, list_rows, measure_pairs, read_pairs
from datasets import (
    ROOT,
    SHARED,
    read_ecbplus,
    read_fakes,
    read_geovirus,
    read_gvdb,
    read_lgl,
    read_muc4,
    read_news_cluster,
    read_polnear,
    read_timebank,
    write_rows,
)
from event_figures import measure_events
from groupings import measure_groupings
from incident_cases import measure_incident_cases
from incident_figures import measure_incidents, measure_wires
from pages import measure_bodies
from position_cases import measure_position_cases
from utterance_cases import answer_case, expect, measure_answers, read_cases
from whereabouts import measure_days, measure_places

FLOORS = ROOT / "measures.toml"
SAMPLE = ROOT / "src" / "crosswire" / "sample" / "articles"
SAMPLE_GOLD = ROOT / "tests" / "sample" / "gold.json"
COMMAND = [sys.executable, "-c", "from crosswire.cli import main; main()", "build"]

T = TypeVar("T")
Figures = dict[str, float]
Floors = dict[str, Figures]


# The figures of score_quotes.py that count: ours, and where they stand in what it writes.
QUOTED = {
    "all.exact": ("all", "exact*"),
    "all.overlap": ("all", "overlap"),
    "all.sources": ("all", "source_set_exact"),
    "all.together": ("all", "pair_iou80_source_touch"),
    "direct.exact": ("direct", "exact*"),
    "direct.together": ("direct", "pair_iou80_source_touch"),
    "quoted_segments": ("quoted_segments",),
}


class MeasureError(Exception):
    """A measure could not be taken."""


class Workplace:
    """Where one measure reads and writes: the shared folder, a folder of its own, how many workers build, and of what share of a set."""

    def __init__(self, shared: Path, folder: Path, workers: int, every: int = 1) -> None:
        self.shared, self.folder, self.workers, self.every = shared, folder, workers, every
        folder.mkdir(parents=True, exist_ok=True)

    def pick(self, labelled: Iterable[T]) -> list[T]:
        """Every so many of a set's texts."""
        return list(labelled)[:: self.every]

    def build(self, inputs: Iterable[Path]) -> Path:
        """Builds the record of some inputs as a user would, and says where it lies."""
        out = self.folder / "record"
        command = [*COMMAND, *map(str, inputs), "--out", str(out), "--workers", str(self.workers), "--quiet"]
        run(command)
        return out / "record.json"

    def score(self, record: Path, gold: Path) -> Figures:
        """The figures that the shared folder's score.py gives for a record."""
        told = run([sys.executable, str(self.shared / "measure" / "score.py"), str(record), str(gold), "--json"])
        return {name: figure["value"] for name, figure in json.loads(told).items()}


def run(command: list[str]) -> str:
    """What a command prints; a MeasureError with its last words where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise MeasureError(f"{' '.join(command[:6])} ... ended with status {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def measure_seeds(place: Workplace) -> Figures:
    seeds = place.shared / "seeds"
    return place.score(place.build(sorted(seeds.glob("*.txt"))), seeds / "gold.json")


def measure_sample(place: Workplace) -> Figures:
    return place.score(place.build([SAMPLE]), SAMPLE_GOLD)


def measure_stories(place: Workplace) -> Figures:
    """BCubed of the stories that a record of the news clusters holds, and of every set and all together, beside a tuned TF-IDF."""
    labelled = list(read_news_cluster(place.shared))
    rows = write_rows((row for row, _ in labelled), place.folder / "news_cluster.jsonl")
    record = read_record(place.build([rows]))
    stories = [story["articles"] for story in record["stories"]]
    reached = measure_grouping({row["id"]: event for row, event in labelled}, stories)
    built = {"precision": reached.precision, "recall": reached.recall, "f1": reached.f1}
    return built | measure_groupings(place.shared, place.folder)


def measure_copies(place: Workplace) -> Figures:
    """How well the origins of a record agree with pairs of articles labelled by reading."""
    labels = dict(place.pick(read_pairs().items()))
    rows = write_rows(list_rows(place.shared, labels), place.folder / "copies.jsonl")
    return measure_pairs(labels, list_kinds(read_record(place.build([rows]))))


def measure_pages(place: Workplace) -> Figures:
    """How well what stays content on web pages agrees with their articles' bodies."""
    source = place.shared / "data" / "article-extraction"
    truth = json.loads((source / "ground-truth.json").read_text(encoding="utf-8"))
    pages = unpack_pages(source / "html", place.folder / "html")
    found = {Path(a["source"]).stem: a["content"] for a in read_contents(place.build([pages]))}
    return measure_bodies({page: told["articleBody"] for page, told in truth.items()}, found)


def measure_polnear(place: Workplace) -> Figures:
    """How well quotations agree with the attributions of PolNeAR's development part, as F1."""
    rows = write_rows(read_polnear(place.shared, "dev"), place.folder / "polnear.jsonl")
    scored = place.folder / "scored.json"
    run([sys.executable, str(place.shared / "measure" / "score_quotes.py"), str(place.build([rows])), "--json", str(scored)])
    told = json.loads(scored.read_text(encoding="utf-8"))
    return {name: reduce(getitem, path, told)["F1"] / 100 for name, path in QUOTED.items()}


def measure_fakes(place: Workplace) -> Figures:
    """The incident that each report of FA-KES is labelled with: killed, place and day."""
    return measure_incidents(place.pick(read_fakes(place.shared)), place.folder, place.workers)


def measure_gvdb(place: Workplace) -> Figures:
    """The shooting that each article of the Gun Violence Database's development part tells: killed, injured and city."""
    return measure_incidents(place.pick(read_gvdb(place.shared)), place.folder, place.workers)


def measure_muc4(place: Workplace) -> Figures:
    """Which of MUC-4's wire texts in capitals tell an incident, and of whom."""
    return measure_wires(place.pick(read_muc4(place.shared)), place.folder, place.workers)


def measure_reported_events(place: Workplace) -> Figures:
    """Whether what the reports of one event tell is one incident in the record of many events."""
    figures: Figures = {}
    for name, read in (("ecbplus", read_ecbplus), ("news_cluster", read_news_cluster)):
        labelled = list(read(place.shared))
        events = set(place.pick(sorted({event for _, event in labelled})))
        labels = {row["id"]: event for row, event in labelled if event in events}
        rows = write_rows((row for row, event in labelled if event in events), place.folder / f"{name}.jsonl")
        told = measure_events(read_record(place.build([rows])), labels)
        figures |= {f"{name}.{figure}": value for figure, value in told.items()}
    return figures


def measure_all_cases(place: Workplace) -> Figures:
    """What crosswire makes of the written cases, on one article and on several."""
    said = measure_answers([(expect(case), answer_case(case)) for case in read_cases()])
    return measure_cases() | measure_incident_cases() | measure_position_cases() | said


def measure_geo(place: Workplace) -> Figures:
    """The share of labelled places that are found within 161 km of where they lie, given their names in the text."""
    return {"geovirus": measure_places(place.pick(read_geovirus(place.shared))), "lgl": measure_places(place.pick(read_lgl(place.shared)))}


def measure_timebank(place: Workplace) -> Figures:
    """How often words for a single day are read as that day."""
    return measure_days(read_timebank(place.shared))


def unpack_pages(source: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for path in sorted(source.glob("*.html.gz")):
        (folder / path.stem).write_bytes(gzip.decompress(path.read_bytes()))
    return folder


def read_record(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def read_contents(path: Path) -> list[dict[str, Any]]:
    """The articles of a record, with `content`: the text without what is marked as no content."""
    record = read_record(path)
    texts = {a["id"]: list(a["text"]) for a in record["articles"]}
    for mark in record["not_content"]:
        texts[mark["article"]][mark["start"] : mark["end"]] = "\0" * (mark["end"] - mark["start"])
    return [a | {"content": "".join(texts[a["id"]]).replace("\0", "")} for a in record["articles"]]


SETS: dict[str, tuple[Callable[[Workplace], Figures], tuple[str, ...]]] = {
    "seeds": (measure_seeds, ("seeds/gold.json", "measure/score.py")),
    "sample": (measure_sample, ("measure/score.py",)),
    "grouping": (measure_stories, ("data/news_cluster", "data/basil", "data/ecbplus", "seeds")),
    "copies": (measure_copies, ("data/news_cluster", "data/fakes")),
    "pages": (measure_pages, ("data/article-extraction",)),
    "polnear": (measure_polnear, ("data/polnear/dev", "measure/score_quotes.py")),
    "fakes": (measure_fakes, ("data/fakes",)),
    "gvdb": (measure_gvdb, ("data/gvdb",)),
    "muc4": (measure_muc4, ("data/muc4",)),
    "events": (measure_reported_events, ("data/ecbplus", "data/news_cluster")),
    "cases": (measure_all_cases, ()),
    "geo": (measure_geo, ("data/geo",)),
    "timebank": (measure_timebank, ("data/timebank",)),
}

LARGE = ("copies", "fakes", "gvdb", "muc4", "events", "geo")
SHORT = "-short"
SETS |= {name + SHORT: SETS[name] for name in LARGE}
EVERY = 8  # text of a large set is in its short form


def find_missing(name: str, shared: Path) -> str | None:
    """What a set needs and is not there, or None."""
    return next((f"{shared.name}/{need}" for need in SETS[name][1] if not (shared / need).exists()), None)


def measure(name: str, place: Workplace) -> Figures:
    """All figures of one set."""
    return SETS[name][0](place)


def find_share(name: str) -> int:
    """Of how many texts of a set one is taken."""
    return EVERY if name.endswith(SHORT) else 1


def read_floors() -> Floors:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def lift_floors(floors: Floors, reached: Mapping[str, Figures]) -> Floors:
    """The floors lifted to what was reached, in whole thousandths; none is lowered, none added."""
    return {
        name: {
            figure: max(floor, math.floor(reached.get(name, {}).get(figure, 0.0) * 1000 + 1e-9) / 1000) for figure, floor in group.items()
        }
        for name, group in floors.items()
    }


def write_floors(floors: Floors) -> None:
    """Writes measures.toml anew below the comment at its head."""
    head = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    groups = ["\n".join([f"[{name}]", *(f'"{figure}" = {floor}' for figure, floor in group.items())]) for name, group in floors.items()]
    FLOORS.write_text("\n\n".join(["\n".join(head), *groups]) + "\n", encoding="utf-8")


def print_figures(name: str, reached: Figures, floors: Figures) -> bool:
    """Prints one set, figures with a floor marked; whether all reach theirs."""
    print(f"\n{name}")
    for figure in [*floors, *sorted(reached.keys() - floors.keys())]:
        value, floor = reached.get(figure, 0.0), floors.get(figure)
        verdict = "" if floor is None else f"  floor {floor:.3f}" + ("" if reaches(value, floor) else "  BELOW")
        print(f"  {figure:32} {value:.3f}{verdict}")
    return all(reaches(reached.get(figure, 0.0), floor) for figure, floor in floors.items())


def reaches(value: float, floor: float) -> bool:
    return value >= floor - 1e-9


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all when none is named")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was reached")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--keep", type=Path, help="keep the records in this folder")
    args = parser.parse_args()
    if unknown := set(args.sets) - set(SETS):
        parser.error(f"no set is called {', '.join(sorted(unknown))}: choose from {', '.join(SETS)}")
    return args


def main() -> int:
    args, floors = read_arguments(), read_floors()
    reached: dict[str, Figures] = {}
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        for name in args.sets or [name for name in SETS if find_share(name) == 1]:
            if missing := find_missing(name, args.shared):
                print(f"\n{name}: left out, {missing} is not here")
                continue
            reached[name] = measure(name, Workplace(args.shared, (args.keep or Path(scratch)) / name, args.workers, find_share(name)))
            good &= print_figures(name, reached[name], floors.get(name, {}))
    if args.lift:
        write_floors(lift_floors(floors, reached))
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except MeasureError as error:
        sys.exit(str(error))
