"""Rows as Parquet: what goes in comes out, in order, and the same rows give the same bytes."""

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest

from crosswire.errors import ExportError
from crosswire.report.exports.parquets import make_parquet
from crosswire.report.tables import Row, Types

COLUMNS = ("words", "start")
TYPES: Types = {"start": "BIGINT"}
ROWS: list[Row] = [{"words": "=Gò “home”", "start": 3}, {"words": None}, {"words": "half \ud800 a pair", "start": 0}]


def read(content: bytes, folder: Path) -> list[tuple[Any, ...]]:
    import duckdb

    path = folder / "rows.parquet"
    path.write_bytes(content)
    return duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    assert read(make_parquet(COLUMNS, TYPES, ROWS), tmp_path) == [("=Gò “home”", 3), (None, None), ("half ? a pair", 0)]


def test_no_rows_are_a_table_with_its_columns(tmp_path: Path) -> None:
    assert read(make_parquet(COLUMNS, TYPES, []), tmp_path) == []


def test_the_same_rows_are_the_same_bytes() -> None:
    many: list[Row] = [{"words": f"row {i}", "start": i} for i in range(500)]
    assert make_parquet(COLUMNS, TYPES, many) == make_parquet(COLUMNS, TYPES, many)


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    load = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return load(name, *rest)

    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ExportError, match=r"pip install 'crosswire\[parquet\]'"):
        make_parquet(COLUMNS, {}, ROWS)
