"""What is attributed around marked words and beside them: the reports of an article's grammar laid over its marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from crosswire.extract.quotes.attributions import Attribution
from crosswire.extract.quotes.casts import Cast
from crosswire.extract.quotes.cues import read_cues
from crosswire.extract.quotes.manners import find_manner
from crosswire.extract.quotes.marks import Marked
from crosswire.extract.quotes.reports import Report
from crosswire.extract.quotes.resolutions import Resolution
from crosswire.extract.quotes.speakers import find_cue_words, find_speaker_words, resolve_speaker
from crosswire.extract.quotes.venues import find_day, find_hearer, find_venue
from crosswire.model import QuoteMention, Span

if TYPE_CHECKING:
    from crosswire.model import Reading

Stretch = tuple[int, int]
# Who is called something is named in so many words at most, of these kinds.
LONGEST_NAMED = 8
NAMED = frozenset({"PROPN", "PRON", "NOUN", "ADJ", "DET", "ADP"})


class Contents:
    """All stretches that an article attributes by grammar, widened to whole marked words; each is handed out once."""

    def __init__(self, reading: "Reading", marked: Sequence[Marked], reports: Sequence[Report]) -> None:
        self.reading = reading
        self.marks = [(m.opened, m.closed) for m in marked]
        self.reports = [(report, [self._widen(stretch) for stretch in report.stretches]) for report in reports]
        self.by_cue = {report.attribution.verb.i: stretches for report, stretches in self.reports}
        self.taken: set[Stretch] = set()

    def find(self, marked: Marked, attribution: Attribution | None) -> Span:
        """All that the cue of some marked words attributes around them; the marks alone where it governs nothing more."""
        found = (marked.opened, marked.closed)
        if attribution is not None:
            stretches = self.by_cue.get(attribution.verb.i, [])
            found = next((s for s in stretches if s[0] <= marked.opened and marked.closed <= s[1]), None) or self._name(marked, attribution)
        self.taken.add(found)
        return self.reading.span(*found)

    def _name(self, marked: Marked, attribution: Attribution) -> Stretch:
        """Marked words with whom they are called, where a verb of naming and a noun alone lead up to them ("called her “…”")."""
        verb = attribution.verb
        between = [t for t in self.reading.tokens(verb.idx + len(verb), marked.opened) if t.is_alpha] if verb.idx < marked.opened else []
        named = verb.lemma_ in read_cues("naming") and 0 < len(between) <= LONGEST_NAMED
        if named and all(t.pos_ in NAMED for t in between):
            return between[0].idx, marked.closed
        return marked.opened, marked.closed

    def describe_rest(self, cast: Cast, count: int) -> list[QuoteMention]:
        """The indirect speech that no marked words stand for, one quote a stretch; `count` quotes stand before them."""
        found: list[QuoteMention] = []
        for report, stretches in self.reports:
            before: int | None = None
            for stretch in stretches:
                if stretch not in self.taken and self._has_words(stretch):
                    self.taken.add(stretch)
                    found.append(self._describe(report, stretch, cast, before))
                    before = count + len(found) - 1
        return found

    def _list_marks(self, stretch: Stretch) -> list[Stretch]:
        """The marks that a stretch shares words with."""
        first = max(0, bisect_right(self.marks, (stretch[0], stretch[0])) - 1)
        near = self.marks[first : bisect_left(self.marks, (stretch[1], stretch[1]))]
        return [(opened, closed) for opened, closed in near if opened < stretch[1] and stretch[0] < closed]

    def _widen(self, stretch: Stretch) -> Stretch:
        """A stretch with the whole of the marked words that it begins or ends in."""
        marks = self._list_marks(stretch)
        return min([stretch[0], *(opened for opened, _ in marks)]), max([stretch[1], *(closed for _, closed in marks)])

    def _has_words(self, stretch: Stretch) -> bool:
        """Whether a stretch holds words that stand in no marks."""
        return any(token.is_alpha for part in self._list_unmarked(stretch) for token in self.reading.tokens(*part))

    def _list_unmarked(self, stretch: Stretch) -> Iterator[Stretch]:
        position = stretch[0]
        for opened, closed in self._list_marks(stretch):
            yield position, opened
            position = max(position, closed)
        yield position, stretch[1]

    def _describe(self, report: Report, stretch: Stretch, cast: Cast, before: int | None) -> QuoteMention:
        attribution, span = report.attribution, self.reading.span(*stretch)
        resolution = resolve_speaker(cast, attribution) or Resolution(None, f"{attribution.how}: nobody is named")
        return QuoteMention(
            span=span,
            content=span,
            kind="indirect",
            speaker=resolution.name,
            speaker_words=find_speaker_words(self.reading, attribution),
            cue=find_cue_words(self.reading, attribution),
            told_to=find_hearer(attribution),
            said_in=find_venue(attribution),
            said_on=find_day(self.reading, attribution),
            continues=before,
            why=resolution.why,
            manner=find_manner(attribution),
        )
