"""Who met or will meet: where, when, at what level, as one article tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from crosswire.extract.positions.lexicon import Line, is_delegate, is_negated, read_terms
from crosswire.extract.positions.modes import find_mode
from crosswire.extract.positions.sides import Sides
from crosswire.extract.positions.terms import is_day, make_span
from crosswire.extract.subjects import find_subject
from crosswire.model import DateMention, MeetingMention, Mode, Party, PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Token

PHONES = frozenset({"phone", "telephone", "video", "videolink", "call"})
BESIDE = re.compile(r",? (?:on |in |from |this |next )?(?:early |late )?", re.IGNORECASE)
BEING = frozenset({"is", "are", "was", "were", "be", "been"})
INVOLVING = frozenset({"involving", "including"})
PLACING = frozenset({"in", "at"})
TOWARDS = PLACING | {"to"}
# A day or a place hangs on its meeting over no more steps of the parse than this.
REACH = 4


@dataclass(frozen=True, slots=True)
class Event:
    """A word for a meeting with the verb that holds it, where one does."""

    word: "Token"
    verb: "Token | None"

    @property
    def heads(self) -> "tuple[Token, ...]":
        """The words that a place or a day of the meeting may hang on."""
        own = (self.word, *(c for c in self.word.children if c.dep_ in ("acl", "relcl") and c.lemma_ in read_terms("meetings", "holding")))
        if self.verb is None:
            return own
        return (*own, self.verb, *(c for c in self.verb.children if c.dep_ == "xcomp"), *(self.verb.head,) * _is_errand(self.verb))


def _is_errand(verb: "Token") -> bool:
    """Whether a verb's place and day may be told with the verb above it: "is due to meet", "will fly to Oslo to meet"."""
    return verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.head.lemma_ in read_terms("meetings", "travelling"))


def find_meetings(lines: Sequence[Line], sides: Sides) -> tuple[MeetingMention, ...]:
    """The meetings and calls that sentences tell with a place or a day."""
    found = (_read(event, sides) for line in lines for event in _list_events(line))
    return tuple(mention for mention in found if mention is not None)


def _list_events(line: Line) -> Iterator[Event]:
    for token in line.tokens:
        if (
            token.pos_ in ("NOUN", "PROPN")
            and token.lemma_.lower() in read_terms("meetings", "nouns")
            and token.dep_ not in ("compound", "nmod")
        ):
            if token.lemma_ == "talk" and not token.tag_.endswith("S"):  # a lecture
                continue
            if token.lemma_ == "round" and not any(t.lemma_ in read_terms("meetings", "nouns") for t in token.subtree if t != token):
                continue
            if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "round":
                continue
            yield Event(token, _find_holder(token))
        elif token.pos_ == "VERB" and (token.lemma_ in read_terms("meetings", "verbs") or _sits_down(token)):
            yield Event(token, token)


def _sits_down(verb: "Token") -> bool:
    return verb.lemma_ == "sit" and any(c.lower_ == "down" for c in verb.children)


def _find_holder(noun: "Token") -> "Token | None":
    """The verb by which somebody holds, attends, moves or calls off what a noun names."""
    verbs = read_terms("meetings", "holding") | read_terms("meetings", "moving") | read_terms("meetings", "cancelling")
    head = noun.head
    if (
        noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr")
        and (head.lemma_ in verbs or head.lower_ in BEING)
        and head.pos_ in ("VERB", "AUX")
    ):
        return head
    if (
        noun.dep_ == "pobj"
        and head.lower_ in ("in", "at", "for", "to")
        and head.head.lemma_ in verbs | read_terms("meetings", "travelling")
    ):
        return head.head
    return None


def _read(event: Event, sides: Sides) -> MeetingMention | None:
    place = _find_place(event, sides)
    date, moved = _find_days(event, place, sides)
    parties = tuple(dict.fromkeys(_list_parties(event, sides)))
    if not _is_told(event, place, date, parties):
        return None
    mode = _find_mode(event)
    if mode == "negated" and (place is None or date is None) and not _is_called_off(event):
        return None
    status = _find_status(event, date, mode)
    words = [event.word, *_list_words(event, sides, place, date, parties)]
    evidence = make_span(sides.reading, [t for t in event.word.sent if min(w.i for w in words) <= t.i <= max(w.i for w in words)])
    if evidence is None or "\n" in evidence.text or evidence.text.count("“") != evidence.text.count("”"):  # the parse ran over an end
        return None
    said = sides.speaker_at(event.word)
    return MeetingMention(
        evidence=evidence,
        status=status,
        mode=mode,
        why=f"“{event.word.text}” is told with {_list_told(place, date, parties)}",
        place=place,
        date=_turn(date, status),
        moved_from=_turn(moved, status),
        parties=parties,
        level=_find_level(parties),
        said_by=said.span.text if said is not None else None,
    )


def _turn(date: DateMention | None, status: str) -> DateMention | None:
    """A weekday of a meeting that is planned lies ahead."""
    if date is None or status == "past" or date.expression.kind != "weekday":
        return date
    return replace(date, expression=replace(date.expression, direction="future"))


def _list_told(place: PlaceMention | None, date: DateMention | None, parties: tuple[Party, ...]) -> str:
    return ", ".join([*(["a place"] if place else []), *(["a day"] if date else []), *(["who takes part"] if parties else [])])


def _is_told(event: Event, place: PlaceMention | None, date: DateMention | None, parties: tuple[Party, ...]) -> bool:
    """Whether enough is told to know a meeting by: where and when, or one of them and who meets."""
    word, both = event.word, place is not None and date is not None
    if word.pos_ == "VERB":
        if word.lemma_ in ("speak", "talk", "negotiate", "phone"):
            phoned = word.lemma_ == "phone" or any(t.lemma_.lower() in PHONES for t in word.subtree)
            return (len(parties) > 1 or (_is_delegates(word) and date is not None)) and (
                phoned if word.lemma_ != "negotiate" else place is not None
            )
        if word.lemma_ == "host":
            return both and len(parties) > 1
        several = len(parties) > 1 and (_is_delegates(word) or not all(p.country for p in parties))
        several = several or (_is_delegates(word) and _is_known(word))
        received = word.lemma_ == "meet" and any(c.dep_ == "dobj" and (c.ent_type_ == "PERSON" or is_delegate(c)) for c in word.children)
        return (several and (place is not None or date is not None)) or (both and (_is_delegates(word) or received or _is_body(word)))
    if word.lemma_ in read_terms("meetings", "weak"):
        return (both and (bool(parties) or word.lemma_ in ("discussion", "round"))) or (
            len(parties) > 1 and (place is not None or date is not None)
        )
    if event.verb is not None and event.verb.lemma_ in read_terms("meetings", "moving") and date is not None:
        return True
    held = any(c.dep_ in ("acl", "relcl") and c.lemma_ in read_terms("meetings", "holding") for c in word.children)
    return both or ((place is not None or date is not None) and (bool(parties) or (held and place is not None)))


def _is_delegates(verb: "Token") -> bool:
    """Whether several who stand for a side meet: "EU leaders will meet", "the envoys of Chile and Peru met"."""
    subject = find_subject(verb, set())
    return subject is not None and subject.lower_.endswith("s") and is_delegate(subject)


def _is_known(verb: "Token") -> bool:
    """Whether those who meet are the two of whom the article tells: "the sides met", "the two ministers are to meet"."""
    subject = find_subject(verb, set())
    if subject is None or any(c.dep_ == "dobj" for c in verb.children):
        return False
    words = {c.lower_ for c in subject.children}
    return bool(words & {"two", "both"}) or ("the" in words and subject.lemma_ in ("side", "party"))


def _is_body(verb: "Token") -> bool:
    """Whether one body meets by itself ("a commission met in Riga on Monday")."""
    subject = find_subject(verb, set())
    return subject is not None and subject.lemma_ in read_terms("meetings", "bodies")


def _climbs_to(token: "Token", heads: "Sequence[Token]") -> bool:
    """Whether a word hangs on one of some heads without another verb between."""
    for distance, above in enumerate(token.ancestors):
        if above in heads:
            return True
        if distance >= REACH or above.pos_ in ("VERB",):
            return False
    return False


def _find_place(event: Event, sides: Sides) -> PlaceMention | None:
    """The place that "in" or "at" leads to, or that stands before the noun ("the Geneva talks")."""
    for mention in sides.places_in(event.word.sent):
        root = _root(mention, sides)
        if event.verb is not None and event.verb.dep_ == "relcl" and event.verb.head == root and _is_where(event.verb):
            return mention
        root = root.head if root.dep_ in ("appos", "nmod") and root.head.dep_ == "pobj" else root
        if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.dep_ == "pobj":  # "the village of …"
            root = root.head.head
        if (
            root.dep_ == "pobj"
            and root.head.lower_ in (PLACING if root.head.head in (event.word, event.verb) else TOWARDS)
            and _climbs_to(root, event.heads)
        ):
            return mention
        if root.dep_ in ("compound", "nmod") and root.head == event.word and event.word.pos_ != "VERB" and _is_town(mention):
            return mention
    return None


def _is_where(verb: "Token") -> bool:
    """Whether a clause tells of the place before it ("Riga, where they will meet")."""
    return any(c.lower_ == "where" for c in verb.children)


def _is_town(mention: PlaceMention) -> bool:
    return bool(mention.candidates) and mention.candidates[0].place.precision == "city"


def _root(mention: PlaceMention, sides: Sides) -> "Token":
    words = sides.reading.tokens(mention.span.start, mention.span.end)
    held = {t.i for t in words}
    return next((t for t in words if t.head.i not in held), words[0])


def _stands_beside(date: DateMention, place: PlaceMention | None, sides: Sides) -> bool:
    """Whether a day stands right behind the place: "in Geneva on Friday", whatever the parse hangs it on."""
    if place is None or date.span.start < place.span.end:
        return False
    return BESIDE.fullmatch(sides.reading.article.text[place.span.end : date.span.start]) is not None


def _find_days(event: Event, place: PlaceMention | None, sides: Sides) -> tuple[DateMention | None, DateMention | None]:
    """The day of the meeting, and the day from which it was moved."""
    days: list[tuple[str, DateMention]] = []
    for date in sides.dates_in(event.word.sent):
        if not is_day(date):
            continue
        tokens = sides.reading.tokens(date.span.start, date.span.end)
        held = {t.i for t in tokens}
        root = next((t for t in tokens if t.head.i not in held), tokens[0])
        if _climbs_to(root, event.heads) or _stands_beside(date, place, sides):
            days.append((root.head.lower_ if root.dep_ == "pobj" else "", date))
    moving = event.verb is not None and event.verb.lemma_ in read_terms("meetings", "moving")
    old = next((date for lead, date in days if lead == "from" and moving), None)
    new = next((date for lead, date in days if moving and lead in ("to", "until", "till")), None)
    return new or next((date for lead, date in days if date != old), None), old


def _list_parties(event: Event, sides: Sides) -> Iterator[Party]:
    """Who meets: the subject and object of the verb, and whom "with", "between" or "involving" leads to."""
    word, verb = event.word, event.verb
    if verb is not None and (word.pos_ == "VERB" or (word.dep_ in ("dobj", "pobj") and verb.lemma_ != "host")):
        subject = find_subject(verb.head.head if verb.head.pos_ == "ADJ" else verb, set())
        if subject is not None and subject != word:
            yield from sides.list_senders(subject)
    if word.pos_ == "VERB":
        yield from (p for c in word.children if c.dep_ == "dobj" for p in sides.list_of(c))
    heads = [*event.heads, *(g for c in word.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children)]
    for head in dict.fromkeys(heads):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("with", "between", "among"):
                yield from (p for g in child.children if g.dep_ == "pobj" for p in sides.list_of(g))
            if child.dep_ == "prep" and child.lower_ == "of" and head == word:
                yield from (p for g in child.children if g.dep_ == "pobj" and is_delegate(g) for p in sides.list_of(g))
    nouns = read_terms("meetings", "nouns")
    for child in (t for t in word.doc[word.i + 1 : word.sent.end] if t.lower_ in INVOLVING):
        if not any(t.lemma_.lower() in nouns and t not in word.subtree for t in word.doc[word.i + 1 : child.i]):
            yield from (p for g in child.children if g.dep_ in ("dobj", "pobj") for p in sides.list_senders(g))


def _is_called_off(event: Event) -> bool:
    return event.verb is not None and event.verb.lemma_ in read_terms("meetings", "cancelling")


def _find_mode(event: Event) -> Mode:
    if _is_called_off(event):
        return "negated"
    if is_negated(event.word):
        return "negated"
    asker = next((above for above in event.word.ancestors if above.pos_ == "VERB"), None)
    if asker is not None and asker.lemma_ in read_terms("meetings", "refusing") and event.word.dep_ in ("dobj", "pobj", "xcomp", "pcomp"):
        return "negated"
    if event.word.dep_ in ("dobj", "pobj") and asker is not None and asker.lemma_ in read_terms("meetings", "asking"):
        return "hypothetical"
    if event.verb is not None:
        return find_mode(event.verb)
    return find_mode(event.word) if event.word.dep_ in ("dobj", "attr", "nsubjpass", "conj") else "said"


def _find_status(event: Event, date: DateMention | None, mode: Mode) -> Literal["past", "planned"]:
    """Planned where a day ahead, a word or the verb says so; past where the day lies back or it was held; else past."""
    verbs = [event.verb] if event.verb is not None else []
    verbs += [c for verb in verbs for c in verb.children if c.dep_ == "acomp"]
    if event.word.dep_ == "xcomp" and event.word.head.lower_ in BEING:
        return "planned"
    verbs += [c for c in event.word.children if c.dep_ in ("acl", "relcl", "amod")]
    if any(
        verb.lemma_ in read_terms("modes", "planning") | read_terms("meetings", "moving") | read_terms("meetings", "cancelling")
        for verb in verbs
    ):
        return "planned"
    if date is not None and (lies := _lies(date)) is not None:
        return lies
    ahead = mode in ("planned", "hypothetical") or (event.verb is None and not verbs and find_mode(event.word) == "planned")
    return "planned" if ahead else "past"


def _lies(date: DateMention) -> Literal["past", "planned"] | None:
    """Whether a day by its own words lies ahead or back of the report."""
    expression = date.expression
    if expression.direction == "future" or (expression.kind in ("days", "week", "month", "year") and expression.first > 0):
        return "planned"
    return "past" if (expression.kind in ("days", "week", "month", "year") and expression.last < 0) or expression.first < 0 else None


def _find_level(parties: Sequence[Party]) -> str | None:
    """The rank of those who meet, where the words for them say it."""
    for party in parties:
        words = party.span.text.lower().split()
        for level in read_terms("meetings", "levels"):
            if words and words[-1] in (level, f"{level}s"):
                foreign = (
                    f"{words[-2]} "
                    if len(words) > 1 and words[-2] in ("foreign", "defence", "defense", "finance", "prime", "trade")
                    else ""
                )
                return f"{foreign}{level}"
    return None


def _list_words(
    event: Event, sides: Sides, place: PlaceMention | None, date: DateMention | None, parties: Sequence[Party]
) -> Iterator["Token"]:
    """The words that the telling rests on: the meeting's own, its place, its day and its parties."""
    word = event.word
    spans = [*([place.span] if place else []), *([date.span] if date else []), *(p.span for p in parties)]
    yield from (t for span in spans for t in sides.reading.tokens(span.start, span.end) if t.sent == word.sent)
    if word.pos_ != "VERB":
        yield from (t for c in word.children if c.dep_ in ("det", "amod", "compound", "poss", "nummod") for t in c.subtree)
    elif event.verb is not None:
        yield from (c for c in event.verb.children if c.dep_ in ("aux", "neg"))
