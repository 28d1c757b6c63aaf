"""Rows as a Parquet file, written by DuckDB where it is installed."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from crosswire.errors import ExportError
from crosswire.report.tables import Row, Types


def make_parquet(columns: Sequence[str], types: Types, rows: Iterable[Row]) -> bytes:
    """The rows in their order as Parquet: the columns of `types` as told there, text in the others, null for nothing.

    Raises an ExportError where the package is missing that writes it.
    """
    try:
        import duckdb
    except ImportError as error:
        raise ExportError("Parquet is written by DuckDB, which is not installed: pip install 'crosswire[parquet]'.") from error
    typed = ", ".join(f'"{column}" {types.get(column, "VARCHAR")}' for column in columns)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(config={"threads": 1}) as database:
        path = Path(folder) / "rows.parquet"
        database.execute(f"CREATE TABLE rows ({typed})")
        if cells := [[_clean(row.get(column)) for column in columns] for row in rows]:
            database.executemany(f"INSERT INTO rows VALUES ({', '.join('?' * len(columns))})", cells)
        database.execute(f"COPY rows TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet, COMPRESSION zstd)")
        return path.read_bytes()


def _clean(cell: object) -> object:
    """The cell with nothing in it that UTF-8 cannot hold: half of a surrogate pair becomes a question mark."""
    return cell.encode("utf-8", errors="replace").decode("utf-8") if isinstance(cell, str) else cell
