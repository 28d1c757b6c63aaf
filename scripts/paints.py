"""Weighs and times the page, and keeps the table in BENCHMARKS.md.

    paints.py [--rounds N] [--shared DIR] [--dry]

Pages: the bundled sample; the five reports of the optional `../shared` folder; a made-up record of 400 articles (scripts/drafts.py).
Each round makes each page anew and opens it anew; where there is no browser, opening is left out.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import crosswire
from crosswire.model import Record
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page
from crosswire.sample import sample_folder

from bench import describe_machine, keep
from browsers import find_browser, open_browser
from datasets import SHARED
from drafts import make_many

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Seconds until something is seen and until the page's script has run; the policy of the page lets no other code wait for them.
OPENED = """() => new Promise(done => {
  const look = () => {
    const [painted] = performance.getEntriesByName('first-contentful-paint'), [opening] = performance.getEntriesByType('navigation')
    return painted && opening.loadEventEnd ? done([painted.startTime / 1000, opening.loadEventEnd / 1000]) : requestAnimationFrame(look)
  }
  look()
})"""
# Seconds from following the page's last link to words until they are marked and drawn.
WORDS = """() => new Promise(done => {
  const link = [...document.querySelectorAll('main a[href^="#words-"]')].pop(), start = performance.now()
  const look = () => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().height
    ? requestAnimationFrame(() => done((performance.now() - start) / 1000)) : requestAnimationFrame(look)
  location.hash = link.hash
  requestAnimationFrame(look)
})"""


@dataclass
class Painting:
    """What was seen of one page: its size in bytes, and the seconds of each round."""

    source: str
    size: int = 0
    made: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    loaded: list[float] = field(default_factory=list)
    words: list[float] = field(default_factory=list)


def choose_records(shared: Path) -> Iterator[tuple[str, Record]]:
    """The records whose pages are weighed, and where they come from."""
    with sample_folder() as folder:
        sample = crosswire.build(folder, workers=1)
    yield f"{len(sample.articles)} reports (the bundled sample)", sample
    if paths := sorted((shared / "seeds").glob("*.txt")):
        yield f"{len(paths)} reports (seeds)", crosswire.build(paths, workers=1)
    many = make_many()
    yield f"{len(many.articles)} reports of {len(many.stories)} stories (made up)", many


def make(record: Record, painting: Painting) -> bytes:
    """The page, and how long it took."""
    start = time.perf_counter()
    page = make_page(make_lookup(record))
    painting.made.append(time.perf_counter() - start)
    painting.size = len(page)
    return page


def watch(browser: "Browser", address: str, painting: Painting) -> None:
    """Opens a page and asks the browser when it was seen, when it was ready, and how soon it shows words."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    painted, loaded = page.evaluate(OPENED)
    painting.painted.append(painted)
    painting.loaded.append(loaded)
    painting.words.append(page.evaluate(WORDS))
    context.close()


def run(shared: Path, rounds: int) -> tuple[list[Painting], str]:
    """Every page, made and watched in turn; the browser's name and version, or that there is none."""
    records = list(choose_records(shared))
    paintings = [Painting(source) for source, _ in records]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        for _ in range(rounds):
            for painting, (_, record) in zip(paintings, records, strict=True):
                path.write_bytes(make(record, painting))
                if find_browser():
                    with open_browser() as browser:  # a fresh one, which has nothing kept
                        watch(browser, path.as_uri(), painting)
                        seen = f"{browser.browser_type.name} {browser.version}"
    return paintings, seen if find_browser() else "no browser"


def describe(paintings: list[Painting], seen: str) -> str:
    """The table, and how to repeat it."""
    rows = [
        (
            p.source,
            f"{p.size / 1000:,.0f} kB",
            *(f"{median(s):.2f} s" if s else "no browser" for s in (p.made, p.painted, p.loaded, p.words)),
        )
        for p in paintings
    ]
    head = ("page of", "size", "made in", "first view after", "script done after", "words shown after a click in")
    lines = [head, ("---",) * len(head), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    rounds = len(paintings[0].made)
    method = (
        f"Medians of {rounds} rounds. Each makes the page from a record in memory and opens the file in a browser just started. "
        "First view is first-contentful-paint; the script is done at the end of the load event; words are shown once the page has them."
    )
    return f"{table}\n\n{method}\nMachine: {describe_machine()}, {seen}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--dry", action="store_true", help="print the table only")
    args = parser.parse_args()
    table = describe(*run(args.shared, args.rounds))
    print(table)
    if not args.dry:
        keep(table, "page")


if __name__ == "__main__":
    main()
