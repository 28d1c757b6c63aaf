"""How the time and memory of grouping grow, from prepared articles: 1,000, 10,000, 100,000 and 1,000,000 of a made-up stream.

    scale.py [COUNT ...] [--write]

Each count runs in a process of its own. Printed are the processor's seconds for grouping alone (finding pairs, linking them), those for
preparing (the stream is made, not read), the whole process's peak of memory, the pairs compared, BCubed F1 against the stream's own
stories, and the growth exponent of the seconds from count to count: 1 is linear. --write puts the table into BENCHMARKS.md.
"""

import argparse
import json
import math
import os
import platform
import resource
import subprocess
import sys
import time
from typing import Any

from crosswire.group.clusters import find_clusters
from crosswire.group.neighbours import EXACT, find_candidates, find_pairs

from bcubed import measure_grouping
from datasets import ROOT
from streams import Stream, make_stream

COUNTS = (1_000, 10_000, 100_000, 1_000_000)
BENCHMARKS = ROOT / "BENCHMARKS.md"
ONE_THREAD = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
MARKS = ("<!-- scale: start -->", "<!-- scale: end -->")

Row = dict[str, Any]


def group_stream(count: int) -> Row:
    """Groups so many articles, and says what it took."""
    begin = time.process_time()
    stream = make_stream(count)
    ready, clock = time.process_time(), time.perf_counter()
    pairs = find_pairs(stream.similarities)
    found = time.process_time()
    clusters = find_clusters(stream.similarities, pairs)
    done = time.process_time()
    row = {"count": count, "prepared": ready - begin, "pairs_s": found - ready, "link_s": done - found, "seconds": done - ready}
    row |= {"clock": time.perf_counter() - clock, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20}
    return row | {"kept": pairs.nnz // 2, "stories": len(clusters), "f1": _measure(stream, [cluster.members for cluster in clusters])}


def count_compared(count: int) -> int:
    """How many pairs are compared, without grouping."""
    if count <= EXACT:
        return count * (count - 1) // 2
    return sum(len(ones) for ones, _ in find_candidates(make_stream(count).similarities))


def _measure(stream: Stream, clusters: list[tuple[int, ...]]) -> float:
    labels = {str(i): str(story) for i, story in enumerate(stream.stories.tolist())}
    return measure_grouping(labels, ([str(i) for i in members] for members in clusters)).f1


def show(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = [
        "| articles | grouping, s | of it pairs | linking | exponent | peak of memory | pairs kept | stories | BCubed F1 |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for before, row in zip([None, *rows], rows, strict=False):
        exponent = f"{find_exponent(before, row):.2f}" if before else ""
        told = f"| {row['count']:,} | {row['seconds']:.1f} | {row['pairs_s']:.1f} | {row['link_s']:.1f} | {exponent} "
        lines.append(f"{told}| {row['peak']:.2f} GB | {row['kept']:,} | {row['stories']:,} | {row['f1']:.3f} |")
    return "\n".join(lines)


def find_exponent(before: Row, row: Row) -> float:
    return math.log(row["seconds"] / before["seconds"]) / math.log(row["count"] / before["count"])


def write(table: str) -> None:
    text = BENCHMARKS.read_text(encoding="utf-8")
    start, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
    machine = f"Machine: {platform.system()} {platform.machine()}, one thread of it, Python {platform.python_version()}."
    BENCHMARKS.write_text(f"{text[:start]}\n{table}\n\n{machine}\n{text[end:]}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, metavar="COUNT", default=COUNTS)
    parser.add_argument("--write", action="store_true", help="put the table into BENCHMARKS.md")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        print(json.dumps(group_stream(args.alone)))
        return
    rows: list[Row] = []
    for count in sorted(args.counts):
        command = [sys.executable, __file__, "--alone", str(count)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=ONE_THREAD)
        rows.append(json.loads(done.stdout))
        print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    print(show(rows))
    if args.write:
        write(show(rows))


if __name__ == "__main__":
    main()
