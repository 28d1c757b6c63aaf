"""Bytes to characters: what encoding they are in, and whether they are text at all."""

import codecs
import re
from dataclasses import dataclass

from crosswire.errors import InputError
from crosswire.read.lists import load_lines, load_table

# Of the whole text: more control or replaced characters than this are no text.
MOST_CONTROLS = 0.01
MOST_REPLACED = 0.1
# Bytes that detection looks at.
SAMPLE = 200_000

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARATION = re.compile(
    rb"""<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding that bytes are in, how many of them are a byte-order mark, and a note where that is doubtful."""

    name: str
    mark: int = 0
    note: str | None = None


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The characters of a whole file and notes on doubts: by byte-order mark, declaration, UTF-8, then detection.

    Raises InputError where the bytes are no text.
    """
    refuse_signature(data)
    encoding = find_encoding(data, declared)
    body = data[encoding.mark :]
    try:
        text = body.decode(encoding.name)
        notes = (encoding.note,) if encoding.note else ()
    except UnicodeDecodeError as error:
        text = body.decode(encoding.name, errors="replace")
        notes = (describe_broken(encoding.name, error.start + encoding.mark, text.count("\ufffd")),)
        _refuse_replaced(text)
    refuse_binary(text)
    return text, notes


def find_encoding(data: bytes, declared: str | None = None) -> Encoding:
    """The encoding of bytes; "utf-8" where nothing fits, so that decoding shows the broken places."""
    if marked := find_mark(data):
        return marked
    named = _normalise(declared)
    utf8 = _decodes(data, "utf-8")
    # A page saved anew as UTF-8 often keeps its old declaration; other encodings' bytes hardly ever form valid UTF-8.
    if utf8 and (named is None or not data.isascii()):
        return Encoding("utf-8")
    if named is not None and _decodes(data, named):
        return Encoding(named)
    return Encoding("utf-8") if utf8 else _detect(data)


def find_mark(data: bytes) -> Encoding | None:
    """The encoding that the first bytes settle: a byte-order mark, or the zero bytes of UTF-16."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return Encoding(name, len(mark))
    wide = _find_wide(data)
    return Encoding(wide) if wide else None


def find_declaration(data: bytes) -> str | None:
    """The encoding that a page declares in its first lines."""
    match = DECLARATION.search(data[:4096])
    return match[1].decode("ascii") if match else None


def refuse_signature(data: bytes) -> None:
    """Raises InputError where the first bytes are those of a known kind of file that is not text."""
    for kind, signature in load_table("signatures.toml").items():
        if data.startswith(bytes.fromhex(signature)):
            raise InputError(f"is {kind}, whatever its name says: export its text and give that.")


def refuse_binary(text: str) -> None:
    """Raises InputError where the characters are those of a binary file."""
    if "\x00" in text or len(CONTROLS.findall(text)) > max(1, MOST_CONTROLS * len(text)):
        raise InputError("holds binary data, not text: export its text and give that.")


def describe_broken(name: str, offset: int, count: int) -> str:
    """The note on text whose bytes were not all what its encoding allows."""
    return (
        f"is not valid {name.upper()} (first at byte {offset}): read with U+FFFD where its bytes made no sense ({count} of them); "
        "save it as UTF-8 to have them back."
    )


def _refuse_replaced(text: str) -> None:
    if text.count("\ufffd") > MOST_REPLACED * len(text):
        raise InputError("is in no encoding that crosswire knows, or not text at all: save it as UTF-8.")


def _find_wide(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark, told by the zero bytes beside Latin letters."""
    sample = data[:4096]
    even, odd = sample[::2], sample[1::2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > 0.4 * len(zeros) and letters.count(0) == 0 and len(data) % 2 == 0 and _decodes(data, name):
            return name
    return None


def _normalise(declared: str | None) -> str | None:
    """A declared name as a codec; Latin-1 and ASCII mean Windows-1252 on the web (encoding.spec.whatwg.org)."""
    try:
        info = codecs.lookup(declared or "")
    except (LookupError, ValueError):
        return None
    # A codec such as base64 gives no characters; UTF-16 cannot be declared in ASCII letters.
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeError, LookupError):
        return False
    return True


def _detect(data: bytes) -> Encoding:
    """The encoding charset-normalizer sees, with a note; UTF-8 where most is UTF-8 or nothing is seen clearly."""
    broken = data.decode("utf-8", errors="replace")
    foreign = sum(1 for character in broken if character > "\x7f")
    if broken.count("\ufffd") * 2 < foreign:
        return Encoding("utf-8")
    name = _guess(data)
    if name is None or not _decodes(data, name):
        return Encoding("utf-8")
    return Encoding(name, note=f"is not UTF-8: read as {name}, by detection. Check its accented letters, or save it as UTF-8.")


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=list(load_lines("encodings.txt"))).best()
    if best is None or best.chaos > 0.2:
        return None
    # A handful of accents tells no language: the web's default, where those bytes are the same.
    if "cp1252" in best.could_be_from_charset:
        return "cp1252"
    return str(best.encoding) if best.coherence > 0.1 else None
