"""Reading a file's bytes within limits."""

from pathlib import Path
from typing import BinaryIO

from crosswire.errors import InputError

# A file read whole, and one line of a file read line by line.
MOST_BYTES = 20_000_000


def read_bytes(path: Path) -> bytes:
    """All bytes of a file. Raises InputError where there are none, or more than 20 MB."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputError(
            f"is {path.stat().st_size / 1e6:.0f} MB large, over the limit of {MOST_BYTES / 1e6:.0f} MB: split it into its articles."
        )
    if not data.strip():
        raise InputError("is empty: give a file with an article in it, or leave it out.")
    return data


def read_line(file: BinaryIO) -> tuple[bytes, bool]:
    """The next line, and whether it was within 20 MB; of a longer one the rest is passed over. No bytes at the end."""
    line = file.readline(MOST_BYTES + 1)
    if len(line) <= MOST_BYTES:
        return line, True
    rest = line
    while rest and not rest.endswith(b"\n"):
        rest = file.readline(MOST_BYTES)
    return line[:100], False
