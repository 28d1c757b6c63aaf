"""What an embedded post leaves in a text besides its words: links and a signature."""

import re
from collections.abc import Iterator

from crosswire.model import Mark

_LINK = r"""
    pic\.(?:twitter|x)\.com/\w+
  | (?:https?://)?t\.co/\w{4,10}…?
  | (?:https?://)?(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/\w{1,30}/status(?:es)?/\d+[^\s)\]”"]*
  | (?:https?://)?(?:www\.)?instagram\.com/(?:p|reel|tv)/[\w-]+/?[^\s)\]”"]*
  | (?:https?://)?(?:www\.)?tiktok\.com/@[\w.]+/video/\d+[^\s)\]”"]*
"""
# "— Name (@handle) April 2, 2024"; the name may hold anything but a line's end, the day may stand on the next line.
_DAY = r"(?:[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4})"
_CLOCK = r"(?:\sat\s\d{1,2}:\d\d\s?[ap]\.?m\.?(?:\s[A-Z]{2,5})?)"
_SIGNATURE = rf"""
    [—–―]\s?[^\n\r—–―()]{{1,80}}\s?\(@\w{{1,30}}\)[ \t\u00a0]*(?:[\r\n]{{0,2}}{_DAY}|(?=[\r\n]|\Z))
  | ^-{{1,2}}\s?[^\n\r()]{{1,80}}\s?\(@\w{{1,30}}\)[ \t\u00a0]*(?:[\r\n]{{0,2}}{_DAY}|(?=[\r\n]|\Z))
  | ^[^\n\r()—–―!?:\"”]{{1,50}}\s\(@\w{{1,30}}\)[ \t\u00a0]*{_DAY}(?=\s*(?:[\r\n]|\Z))
  | \bA\s(?:post|photo|video|reel)\sshared\sby\s[^\n\r()]{{1,80}}\(@[\w.]{{1,30}}\)(?:\son\s{_DAY}{_CLOCK}?)?
"""
LINK = re.compile(_LINK, re.VERBOSE | re.IGNORECASE)
SIGNATURE = re.compile(_SIGNATURE, re.VERBOSE | re.MULTILINE)


def find_posts(text: str) -> Iterator[Mark]:
    """The links and signature lines of embedded posts; the post's words are a quotation and stay."""
    if "(@" in text:
        yield from (Mark(match.start(), match.end(), "embedded post") for match in SIGNATURE.finditer(text))
    if ".com/" in text or "t.co/" in text:
        yield from (Mark(match.start(), match.end(), "embedded post") for match in LINK.finditer(text))
