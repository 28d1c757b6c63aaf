"""Text from articles made safe to show: no control character reaches a terminal or a page."""

import unicodedata

# One visible character stands for each, so that offsets stay as they are.
_SUBSTITUTE = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Left-to-right and right-to-left marks belong to ordinary Arabic and Hebrew text and reach no further than their neighbours.
_HARMLESS = "\u061c\u200e\u200f"
_LINE_ENDS = "\n\r\t"

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _LINE_ENDS}
_PICTURES |= {0x7F: "\N{SYMBOL FOR DELETE}", 0x2028: "\N{SYMBOL FOR NEWLINE}", 0x2029: "\N{SYMBOL FOR NEWLINE}"}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), _SUBSTITUTE)
_PICTURES |= {ord(char): _SUBSTITUTE for char in _BIDI if char not in _HARMLESS}
_PICTURES |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")


def show_controls(text: str) -> str:
    """The text with each control character, bidi override and lone surrogate as one visible character; line ends and tabs stay.

    A carriage return that ends no line is made a line end: a terminal would write over what stands before it.
    """
    return text.translate(_PICTURES).replace("\r\n", " \n").replace("\r", "\n")


def show_line(text: str, limit: int | None = None) -> str:
    """The text on one line, its controls shown, cut with an ellipsis after `limit` characters."""
    line = " ".join(show_controls(text).split())
    if limit is None or len(line) <= limit:
        return line
    cut = limit - 1
    while cut > 1 and unicodedata.combining(line[cut]):
        cut -= 1
    return line[:cut].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
