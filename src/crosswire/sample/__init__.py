"""The bundled sample: invented reports of two invented events, in the shape of real ones (see README.txt)."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def sample_folder() -> Iterator[Path]:
    """The folder of the sample's articles, as a path that holds inside the `with` block."""
    with as_file(files(__name__) / "articles") as folder:
        yield folder
