"""The optional `../shared` folder of research data, read into the rows that crosswire takes as JSON lines."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

Row = dict[str, str]


def read_news_cluster(shared: Path) -> Iterator[tuple[Row, str]]:
    """The articles of Giveme5W1H's news clusters, each with its event's label, in the order of their file names."""
    for path in sorted((shared / "data" / "news_cluster").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        row = {"id": told["dId"], "outlet": told["source_domain"], "published": told["date_publish"]}
        yield _fill(row, told), str(told["newsCluster"]["EventId"])


def read_basil(shared: Path) -> Iterator[Row]:
    """The articles of BASIL, in the order of their file names: sentences joined by spaces, paragraphs by a blank line."""
    for path in sorted((shared / "data" / "basil" / "articles").rglob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in told["body-paragraphs"])
        yield _fill({"id": told["uuid"], "outlet": told["source"], "published": told["date"]}, told | {"text": text})


def read_polnear(shared: Path, split: str) -> Iterator[Row]:
    """The articles of one part of PolNeAR, in the order of their file names, without newline translation."""
    for path in sorted((shared / "data" / "polnear" / split / "text").glob("*.txt")):
        yield {"id": path.stem, "text": path.read_bytes().decode("utf-8")}


def write_rows(rows: Iterable[Row], path: Path) -> Path:
    """The rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def _fill(row: Row, told: dict[str, str]) -> Row:
    filled = row | {key: told[key] for key in ("title", "url", "text")}
    return {key: value for key, value in filled.items() if value}
