"""The role a person is named with: "Foreign Minister Ana Ruiz", "Ana Ruiz, the minister's spokeswoman,"."""

from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PART", "ADV"})
LONGEST = 8


def find_role(doc: "Doc", start: int, end: int) -> str | None:
    """The words for the role of the person named in doc[start:end], before the name or set off by a comma after it; None where there is none."""
    return _role_before(doc, start) or _role_after(doc, end)


def _is_role(token: "Token") -> bool:
    roles = read_words("annotate", "roles")
    return token.lower_ in roles or token.lemma_ in roles or token.lower_.rpartition("-")[2] in roles


def _role_before(doc: "Doc", start: int) -> str | None:
    last = start - 2 if start > 1 and doc[start - 1].text == "," else start - 1
    if last < 0 or not _is_role(doc[last]):
        return None
    first = last
    while first > 0 and last - first < LONGEST and _belongs(doc[first - 1]):
        first -= 1
    while first < last and doc[first].tag_ == "POS":
        first += 1
    return doc[first : last + 1].text if last == start - 1 or first < last else None


def _belongs(token: "Token") -> bool:
    return token.pos_ in MODIFIERS and not token.is_space and not token.is_sent_end and token.tag_ != "RB"


def _role_after(doc: "Doc", end: int) -> str | None:
    """The apposition up to the next comma, where a role word stands in it before any verb."""
    if end >= len(doc) or doc[end].text != ",":
        return None
    stretch = []
    for token in doc[end + 1 : end + 1 + LONGEST + 6]:
        if token.text in ",.;:—–()“”\"" or token.is_space or token.pos_ in ("VERB", "AUX"):
            break
        stretch.append(token)
    while stretch and stretch[0].pos_ == "DET":
        stretch.pop(0)
    if not stretch or len(stretch) > LONGEST + 4 or not any(_is_role(token) for token in stretch[: LONGEST]):
        return None
    # "Ana Ruiz, a spokeswoman said" names nobody's role: an apposition is closed by a mark.
    follower = doc[stretch[-1].i + 1] if stretch[-1].i + 1 < len(doc) else None
    if follower is None or follower.text not in ",.;:—–)" or stretch[0].pos_ in ("PRON", "SCONJ", "CCONJ", "ADP"):
        return None
    return doc[stretch[0].i : stretch[-1].i + 1].text
