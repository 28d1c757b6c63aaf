"""One event, many reports, one record, every line of it resting on the words it was read from."""

from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.library import Record, build

__all__ = ["Record", "__version__", "build"]


def __getattr__(name: str) -> object:
    """The library, loaded when first asked for: the language model takes its time, and `crosswire --help` needs none."""
    if name == "__version__":
        return _read_version()
    if name in __all__:
        from crosswire import library

        return getattr(library, name)
    raise AttributeError(f"module 'crosswire' has no attribute {name!r}")


def _read_version() -> str:
    try:
        return metadata.version("crosswire")
    except metadata.PackageNotFoundError:  # run from its source, not installed
        return "unknown"
