"""Slogans of a site: lines at the edges of a page that have nothing to do with the article."""

from collections.abc import Iterator, Mapping, Sequence, Set

from crosswire.clean.heads import HEAD_LINES, SIGN_DISTANCE, is_same_title
from crosswire.clean.lines import WORD, Line, find_content_words

# A slogan has words enough to judge, and so has the text it is held against.
FEWEST_WORDS, FEWEST_CONTENT_WORDS, FEWEST_BODY_STEMS = 5, 4, 60
# At most this share of its content words may be the article's too: a standfirst shares a third and more with its article.
SHARED_AT_MOST = 0.15
# A line set in one block with the outlet's name shows by that alone that it may be a slogan; less than a standfirst's share will do.
SHARED_BY_MASTHEAD = 0.3
LONGEST_SLOGAN, LONGEST_TITLE = 60, 30


def find_head_taglines(lines: Sequence[Line], signs: Mapping[int, str], title: str | None, done: Mapping[int, str]) -> Iterator[int]:
    """Paragraphs of the head that share neither words nor names with the article, each with a sign of the head soon after it."""
    titles = _find_titles(lines, title)
    start = 0 if title and titles[:1] != [0] else 1
    evidence = {*signs, *(at for at in titles if at > start)}
    for at in range(start, min(HEAD_LINES, len(lines)) if evidence else 0):
        if at in done:
            continue
        if _is_followed(at, evidence) and is_foreign(lines, at):
            yield at
        elif lines[at].running and at > start:
            # The first running text that is no slogan may be a standfirst; what follows it is the article.
            return


def find_mastheads(text: str, lines: Sequence[Line], signs: Mapping[int, str], done: Mapping[int, str]) -> Iterator[int]:
    """Slogans under the outlet's line: right below a sign of the head in one block with it, where blank lines part the paragraphs."""
    for at in sorted(signs):
        below = at + 1
        if below in done or not 0 < below < min(HEAD_LINES, len(lines) - 1):
            continue
        if _is_joined(text, lines, below) and not _is_joined(text, lines, below + 1) and is_foreign(lines, below, SHARED_BY_MASTHEAD):
            yield below


def _is_joined(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether no blank line stands between a line and the one before it."""
    return len(text[lines[at - 1].end : lines[at].start].splitlines()) < 2


def _find_titles(lines: Sequence[Line], title: str | None) -> list[int]:
    """The positions in the head that say the title, or else the first line, again."""
    if not lines:
        return []
    said = title or lines[0].text
    if len(said.split()) > LONGEST_TITLE:
        return []
    return [at for at, line in enumerate(lines[: HEAD_LINES + SIGN_DISTANCE]) if (at > 0 or title) and is_same_title(line, said)]


def _is_followed(at: int, evidence: Set[int]) -> bool:
    return any(place in evidence for place in range(at + 1, at + 1 + SIGN_DISTANCE))


def find_tail_taglines(lines: Sequence[Line], done: Mapping[int, str]) -> Iterator[int]:
    """Slogans at the very end, each below a widget and with no part in the article."""
    for at in range(len(lines) - 1, 0, -1):
        if at in done:
            continue
        if done.get(at - 1) != "widget" or not is_foreign(lines, at):
            return
        yield at


def is_foreign(lines: Sequence[Line], at: int, share: float = SHARED_AT_MOST) -> bool:
    """Whether a line shares few of its content words, `share` at most, and no name with all the others."""
    line = lines[at]
    words = find_content_words(line.text)
    if line.words < FEWEST_WORDS or line.words > LONGEST_SLOGAN or len(words) < FEWEST_CONTENT_WORDS:
        return False
    others = find_content_words("\n".join(other.text for place, other in enumerate(lines) if place != at))
    shared = words & others
    if len(others) < FEWEST_BODY_STEMS or len(shared) > share * len(words):
        return False
    return not shared & _find_name_stems(line.text)


def _find_name_stems(text: str) -> set[str]:
    return find_content_words(" ".join(word for word in WORD.findall(text)[1:] if word[0].isupper()))
