"""Pictures of the page as arrays of pixels, and as small PNG files of at most 256 colours (PNG, W3C Recommendation 2003)."""

import base64
import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
UP = 2  # the filter by which a row holds what it adds to the one above
COLOURS = 256

Pixels = NDArray[np.uint32]  # rows of 0xRRGGBB


def photograph(page: Any, clip: dict[str, float] | None = None) -> Pixels:
    """What the page shows now: its window, or the part of the page in `clip` (x, y, width, height)."""
    asked: dict[str, Any] = {"format": "png", "optimizeForSpeed": True}  # in this mode every row is filtered in one way
    if clip:
        asked |= {"clip": clip | {"scale": 1}, "captureBeyondViewport": True}
    session = page.context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", asked)
    session.detach()
    return read_pixels(base64.b64decode(taken["data"]))


def read_pixels(png: bytes) -> Pixels:
    """The pixels of a PNG of 8-bit RGB whose rows are all filtered by `UP`."""
    chunks = list(_split(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    rows = np.frombuffer(zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT")), dtype=np.uint8)
    rows = rows.reshape(height, width * 3 + 1)
    if (depth, kind) != (8, 2) or set(rows[:, 0]) != {UP}:
        raise ValueError("the browser writes its pictures in another form: read them in that form")
    red, green, blue = np.moveaxis(np.cumsum(rows[:, 1:], axis=0, dtype=np.uint8).reshape(height, width, 3).astype(np.uint32), 2, 0)
    return red << 16 | green << 8 | blue


def write_png(pixels: Pixels) -> bytes:
    """A PNG with the picture's commonest colours; each of the others becomes the nearest of them."""
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    palette = np.sort(colours[np.argsort(-counts, kind="stable")[:COLOURS]])
    distances = ((_channels(colours)[:, None] - _channels(palette)[None]) ** 2).sum(axis=2)
    indices = distances.argmin(axis=1).astype(np.uint8)[places.reshape(pixels.shape)]
    height, width = pixels.shape
    rows = np.hstack([np.zeros((height, 1), dtype=np.uint8), indices]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", _channels(palette).astype(np.uint8).tobytes()), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def count_colours(pixels: Pixels) -> int:
    """How many colours a picture has."""
    return len(np.unique(pixels))


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int32]:
    return np.stack([colours >> shift & 255 for shift in (16, 8, 0)], axis=1).astype(np.int32)


def _split(png: bytes) -> list[tuple[bytes, bytes]]:
    chunks, at = [], len(SIGNATURE)
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += size + 12
    return chunks


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
