"""Quotations in marks: which marked words are speech, whose they are, and how they were said."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from crosswire.extract.quotes.attributions import Attribution, find_attribution, find_report
from crosswire.extract.quotes.blocks import find_blocks
from crosswire.extract.quotes.casts import Cast
from crosswire.extract.quotes.contents import Contents
from crosswire.extract.quotes.cues import read_cues
from crosswire.extract.quotes.headings import find_headline, find_turns
from crosswire.extract.quotes.manners import find_manner
from crosswire.extract.quotes.marks import Marked, find_marked
from crosswire.extract.quotes.posts import Post, find_posts
from crosswire.extract.quotes.reports import find_reports
from crosswire.extract.quotes.resolutions import Resolution
from crosswire.extract.quotes.speakers import find_cue_words, find_speaker_words, resolve_speaker
from crosswire.extract.quotes.surroundings import Surroundings
from crosswire.extract.quotes.taggers import Tagger
from crosswire.extract.quotes.venues import TELLING, find_day, find_hearer, find_venue
from crosswire.extract.subjects import is_speech
from crosswire.model import LocalName, QuoteMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# Marked words without any attribution are speech from this many words on; fewer may be irony or a term.
LEAST_UNATTRIBUTED = 5
# A name, a title or a term in marks is no longer than this, in words; a nickname inside a person's name, than that.
LONGEST_TERM, LONGEST_NICKNAME = 8, 3
# Words that a title may leave without a capital are no longer than this, in letters.
LONGEST_SMALL = 3
# Words of one breath stand no further apart than this, in characters.
WIDEST_GAP = 1_000
# A verb that leads up to marked words behind a comma stands no further off than this, in tokens.
NEAREST = 8
ENDS = frozenset(".!?…,")
SMALL = frozenset({"ADP", "SCONJ", "CCONJ", "DET"})
FINITE = frozenset({"VBD", "VBZ", "VBG", "VBP"})


@dataclass(frozen=True, slots=True)
class Part:
    """A marked stretch with what was found about it, while an article's quotations are put together."""

    marked: Marked
    attribution: Attribution | None
    resolution: Resolution
    continues: int | None


def find_quotes(reading: "Reading", tagger: Tagger | None = None) -> tuple[tuple[QuoteMention, ...], tuple[LocalName, ...]]:
    """The quotations of one article in order, and its names, to which those who only speak ("the ministry") are added."""
    posts = find_posts(reading)
    found = find_marked(_read_content(reading), reading.paragraphs)
    unmarked = (*find_blocks(reading, found), *find_turns(reading, found))
    blocks = [block for block in unmarked if not any(block.opened <= m.opened < block.closed for m in found)]
    marked = _leave_out(sorted((*found, *blocks), key=lambda m: m.opened), posts)
    cast = Cast(reading, [(m.start, m.end) for m in marked])
    parts: list[Part] = []
    for stretch in marked:
        part = _read_part(Surroundings(reading, stretch, cast.quoted), cast, parts)
        if part is not None:
            parts.append(part)
    posted = {token.i for post in posts for token in reading.tokens(post.start, post.end)}
    quoted = cast.quoted | posted
    find = find_reports if tagger is None else tagger.find_reports
    told = Contents(reading, marked, [*find_headline(reading, cast, quoted), *find(reading, quoted)])
    runs = _find_runs(reading, parts)
    quotes = [_describe(reading, part, told, run) for part, run in zip(parts, runs, strict=True)]
    quotes += told.describe_rest(cast, len(quotes))
    quotes += [_describe_post(reading, post, cast) for post in posts]
    return _sort(quotes), tuple(cast.names)


def _read_content(reading: "Reading") -> str:
    return "".join(token.text_with_ws for token in reading.doc)


def _leave_out(marked: Sequence[Marked], posts: Sequence[Post]) -> list[Marked]:
    """The marked stretches that stand in no post."""
    starts = [post.start for post in posts]
    inside = [(place := bisect_right(starts, m.start)) > 0 and m.start < posts[place - 1].end for m in marked]
    return [m for m, posted in zip(marked, inside, strict=True) if not posted]


def _sort(quotes: list[QuoteMention]) -> tuple[QuoteMention, ...]:
    """The quotes by position; what points at another by its place in the list still points at it."""
    order = sorted(range(len(quotes)), key=lambda i: quotes[i].span)
    place = {old: new for new, old in enumerate(order)}
    return tuple(replace(quotes[i], continues=None if quotes[i].continues is None else place[quotes[i].continues or 0]) for i in order)


def _read_part(around: Surroundings, cast: Cast, parts: list[Part]) -> Part | None:
    words = [token for token in around.inside() if token.is_alpha or token.like_num]
    if not words or _is_named(around, len(words)):
        return None
    attribution = find_attribution(around)
    before = parts[-1] if parts else None
    own = resolve_speaker(cast, attribution)
    if before is not None and _goes_on(around, before, attribution) and not _changes_speaker(before, attribution, own):
        why = before.resolution.why if before.continues is not None else f"the words go on from the part before: {before.resolution.why}"
        return Part(around.marked, attribution or before.attribution, Resolution(before.resolution.name, why), len(parts) - 1)
    if attribution is not None and own is not None:
        return Part(around.marked, attribution, own, None)
    if (len(words) < LEAST_UNATTRIBUTED and not _is_sentence(around)) or _is_title(around, words):
        return None
    return _read_context(around, cast, before)


def _changes_speaker(before: Part, attribution: Attribution | None, own: Resolution | None) -> bool:
    """Whether a clause set off after the words names somebody else than who spoke the part before."""
    follows = attribution is not None and attribution.follows and attribution != before.attribution
    return follows and own is not None and own.name is not None and own.name != before.resolution.name


def _is_named(around: Surroundings, length: int) -> bool:
    """Whether the marks set off a name, a title or a term: a naming word right before them, or the middle of a person's name."""
    before, after = around.before(), around.after()
    naming = read_words("extract", "naming_words")
    near = any(t.lemma_ in naming or t.lower_ in naming for t in before[-2:])
    if near and length <= LONGEST_TERM and before[-1].text != ":" and not (is_speech(before[-1]) and before[-1].lower_ not in naming):
        return True
    if _is_cited(around, before) or _is_credited(around, before, after):
        return True
    beside = bool(before and after) and before[-1].ent_type_ == "PERSON" == after[0].ent_type_
    close = beside and after[0].i - before[-1].i <= length + LONGEST_NICKNAME
    return close and length <= LONGEST_NICKNAME and around.reading.article.text[around.marked.end - 1] not in ",.!?"


def _is_credited(around: Surroundings, before: "Sequence[Token]", after: "Sequence[Token]") -> bool:
    """Whether nothing leads up to the words and a name stands behind them as their author's ("— “The Long Pier,” by Ana Ruiz")."""
    if len(after) < 2 or after[0].lower_ != "by" or after[0].dep_ == "agent" or not after[1].text[0].isupper():
        return False
    return (not before or before[-1].text in "—–-:") and not any(is_speech(token) for token in after)


def _is_cited(around: Surroundings, before: "Sequence[Token]") -> bool:
    """Whether the words are a title in title case that the sentence names in passing ("on the radio’s “Lines and Ladders”")."""
    words = [token for token in around.inside() if token.is_alpha]
    text = around.reading.article.text[around.marked.start : around.marked.end]
    long = [token for token in words if len(token) > LONGEST_SMALL and token.pos_ not in SMALL]
    capitals = len(words) > 1 and bool(long) and all(token.text[0].isupper() for token in (words[0], *long))
    if len(words) == 1 and before and before[-1].tag_ == "POS":
        return words[0].text[0].isupper() and text[-1].isalnum()
    return capitals and not _is_led_up_to(before) and text[-1] not in "!?…"


def _is_led_up_to(before: "Sequence[Token]") -> bool:
    """Whether a reporting verb leads up to the words: right before them, behind a comma, or naming somebody ("called her “…”")."""
    if not before or before[-1].lower_ == "that":
        return True
    told = [token for token in before[-NEAREST:] if is_speech(token)]
    if told and told[-1].lemma_ in read_cues("naming"):
        return told[-1].tag_ != "VBN" or told[-1].dep_ != "acl"
    return bool(told) and (before[-1].text in ",:" or (before[-1] == told[-1] and before[-1].lemma_ not in TELLING))


def _is_sentence(around: Surroundings) -> bool:
    text = around.reading.article.text[around.marked.start : around.marked.end]
    return text[:1].isupper() and text[-1:] in ENDS


def _is_title(around: Surroundings, words: "Sequence[Token]") -> bool:
    """Whether the words are in title case, and few or a paragraph of their own."""
    alone = around.start == around.marked.opened and around.end <= around.marked.closed + 1
    long = [token for token in words if len(token) > LONGEST_SMALL and token.pos_ not in SMALL]
    capitals = bool(long) and all(token.text[0].isupper() for token in long)
    return capitals and (alone or 1 < len(words) <= LONGEST_TERM)


def _goes_on(around: Surroundings, before: Part, attribution: Attribution | None) -> bool:
    """Whether the words go on from the part before: across an attribution of its own, straight after it, or over a paragraph's end."""
    if around.marked.reopens:
        return True
    cue = before.attribution
    if cue is None or before.marked.opened < around.start or around.marked.opened - before.marked.closed > WIDEST_GAP:
        return False
    between = around.reading.tokens(before.marked.closed, around.marked.opened)
    if cue.verb not in between:
        # “One.” “Two.”: nothing but marks between.
        return attribution is None and not any(t.is_alpha for t in between)
    if attribution is not None and attribution.verb != cue.verb:
        return False
    return not any(t.i > cue.verb.i and _breaks(t, cue.verb) for t in between)


def _breaks(token: "Token", cue: "Token") -> bool:
    """Whether a verb after the reporting verb begins a statement of its own; what hangs on the reporting verb does not."""
    return token.pos_ in ("VERB", "AUX") and token.tag_ in FINITE and cue not in token.ancestors


def _read_context(around: Surroundings, cast: Cast, before: Part | None) -> Part:
    """Words without an attribution of their own: whoever speaks right before them, or in the sentence before."""
    reading, start = around.reading, around.marked.opened
    gap = reading.article.text[before.marked.closed : start] if before is not None else ""
    if before is not None and before.resolution.name is not None and len(gap) < WIDEST_GAP and not gap.strip(" \n\r\t.,"):
        why = f"the words follow right upon words of the same speaker: {before.resolution.why}"
        return Part(around.marked, None, Resolution(before.resolution.name, why), None)
    attribution = find_report(_list_words_before(reading, start, cast.quoted), cast.quoted)
    resolution = resolve_speaker(cast, attribution)
    if resolution is not None:
        return Part(around.marked, attribution, resolution, None)
    return Part(around.marked, None, Resolution(None, "no reporting verb stands near the words"), None)


def _list_words_before(reading: "Reading", start: int, quoted: set[int]) -> "list[Token]":
    """The tokens of the sentence right before the words that stand in no marks."""
    token = reading.token_at(max(0, start - 1))
    if token.idx >= start:
        return []
    sentence = token.sent
    while sentence.start > 0 and not sentence.text.strip():
        sentence = reading.doc[sentence.start - 1].sent
    return [t for t in sentence if t.i not in quoted and not t.is_space and t.idx < start]


def _describe(reading: "Reading", part: Part, told: Contents, run: tuple[int, int]) -> QuoteMention:
    marked, attribution = part.marked, part.attribution
    span = reading.span(marked.start, marked.end)
    kind: Literal["direct", "partial"] = "direct" if _is_direct(span.text) and not _names(attribution) else "partial"
    return QuoteMention(
        span=span,
        content=told.find(marked, attribution) if kind == "partial" else reading.span(*run),
        kind=kind,
        speaker=part.resolution.name,
        speaker_words=find_speaker_words(reading, attribution),
        cue=find_cue_words(reading, attribution),
        told_to=find_hearer(attribution),
        said_in=find_venue(attribution),
        said_on=find_day(reading, attribution),
        continues=part.continues,
        why=part.resolution.why,
        manner=find_manner(attribution),
    )


def _find_runs(reading: "Reading", parts: Sequence[Part]) -> list[tuple[int, int]]:
    """For each part the stretch of its breath: parts that only white space divides and that go on from each other are one."""
    runs: list[list[int]] = []
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else None
        joined = (
            before is not None
            and part.continues == place - 1
            and not reading.article.text[before.marked.closed : part.marked.opened].strip()
        )
        if not joined:
            runs.append([])
        runs[-1].append(place)
    return [(parts[run[0]].marked.opened, parts[run[-1]].marked.closed) for run in runs for _ in run]


def _names(attribution: Attribution | None) -> bool:
    """Whether the words are what somebody is called, and no sentence."""
    return attribution is not None and attribution.verb.lemma_ in read_cues("naming")


def _is_direct(text: str) -> bool:
    return text[:1].isupper() and (text[-1:] in ",.!?…—" or len(text.split()) >= LEAST_UNATTRIBUTED)


def _describe_post(reading: "Reading", post: Post, cast: Cast) -> QuoteMention:
    words, signature = reading.span(post.start, post.end), reading.span(*post.signature)
    index = next((i for i, name in enumerate(cast.names) if name.kind == "person" and post.name in name.forms), None)
    if index is None:
        offset = signature.start + signature.text.index(post.name)
        index = cast.add(LocalName("person", post.name, (post.name,), (), (reading.span(offset, offset + len(post.name)),)))
    return QuoteMention(
        words, words, "embedded post", index, signature, None, None, "post", None, None, f"the post is signed {post.name}", "written"
    )
