"""Indirect speech: what is attributed without marks, by whom, and from which word to which, read off the parse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosswire.extract.attributions import QUOTED_AS, Attribution, find_subject, is_speech
from crosswire.extract.casts import RELATIVE
from crosswire.extract.cues import read_cues
from crosswire.extract.genders import SUBJECTS
from crosswire.extract.utterings import is_uttered

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

Tokens = "list[Token]"
# What belongs to a noun phrase that a verb of judging governs ("accused him of theft", "praised her for it", "called it a joke").
COMPLEMENTS = frozenset({"oprd", "xcomp", "ccomp", "dobj", "acl"})
# Verbs that only put forward what their noun says ("voiced support for").
LIGHT = frozenset({"express", "voice", "offer", "raise", "make", "give", "issue"})
COMPARING = frozenset({"compare", "liken"})
JUDGING = frozenset({"of", "for", "as"})
# A report stands inside of one of the so many before it, or of none.
REACH = 8
EDGES = frozenset(",.;:!?—–-…")
CLOSING = frozenset({"”", '"', "’", "'", "''", "»", "“"})
SETTING_OFF = frozenset({",", ".", ";", "—", "–", "--", "-", "?", "!", "…", "...", ")"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ADJUNCT = frozenset({"advmod", "prep", "advcl", "npadvmod", "mark", "cc", "intj", "dep"})
TELLING = frozenset({"tell", "inform", "assure", "remind", "add"})
# "You know" attributes nothing to anybody.
NOBODY = frozenset({"you", "it", "one"})
# A reporting clause set off in a sentence is no longer than this, in tokens.
LONGEST_BLOCK = 30
# Verbs that judge only where something is said of their noun ("called it a joke").
NAMING = frozenset({"call", "name", "label", "dub", "brand"})
ASKING = frozenset({"if", "whether"})


@dataclass(frozen=True, slots=True)
class Report:
    """What one cue attributes: the cue with its subject, and the stretches of text that say it, parted where the cue stands between."""

    attribution: Attribution
    stretches: tuple[tuple[int, int], ...]
    clause: bool = False


def find_reports(reading: "Reading", quoted: set[int]) -> list[Report]:
    """All that the article attributes by grammar, in order of the cues; words inside marks attribute nothing here."""
    found = []
    for token in reading.doc:
        if token.i not in quoted and (report := _read_cue(token, quoted)) is not None:
            found.append(report)
    return _leave_out_inner(found)


def _leave_out_inner(reports: "list[Report]") -> "list[Report]":
    """The reports without the stances that stand inside of another's words; what is said to have been said inside of them stays."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.stretches[0][0] if r.stretches else 0, -r.stretches[-1][1] if r.stretches else 0)):
        inner = any(s[0] <= t[0] and t[1] <= s[1] for r in kept[-REACH:] for s in r.stretches for t in report.stretches)
        if not inner or (report.clause and is_speech(report.attribution.verb)):
            kept.append(report)
    return kept


def _read_cue(token: "Token", quoted: set[int]) -> Report | None:
    if token.pos_ in ("VERB", "AUX"):
        return _read_verb(token, quoted)
    if token.pos_ == "NOUN":
        return _read_noun(token, quoted)
    if token.pos_ == "ADJ":
        return _read_adjective(token, quoted)
    return None


def _read_verb(verb: "Token", quoted: set[int]) -> Report | None:
    if verb.lower_ == "according":
        return _read_according(verb)
    if not is_uttered(verb):
        return None
    for find in (_find_set_off, _find_clause, _find_as_told, _find_infinitive, _find_object, _find_phrase):
        words = find(verb, quoted)
        if words is not None and any(words):
            if find in (_find_infinitive, _find_object, _find_phrase) and _is_anonymous(verb):
                return None
            how = "the reporting clause set off in the sentence" if find is _find_set_off else f"what “{verb.text}” governs"
            found = _make(verb, _find_source(verb, quoted), words, how)
            return replace(found, clause=find is _find_clause)
    return None


def _is_anonymous(verb: "Token") -> bool:
    """Whether a passive leaves open whose stance it tells ("is expected to")."""
    passive = any(c.dep_ == "nsubjpass" for c in verb.children) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    return passive and verb.lemma_ not in ("ask", "tell", "quote") and not any(c.dep_ == "agent" for c in verb.children)


def _make(cue: "Token", subject: "Token | None", words: "Sequence[Sequence[Token]]", how: str) -> Report:
    stretches = tuple((part[0].idx, part[-1].idx + len(part[-1])) for part in map(_trim, words) if part)
    return Report(Attribution(cue, cue, subject, how), stretches)


def _trim(words: "Sequence[Token]") -> "Sequence[Token]":
    first, last = 0, len(words)
    while first < last and words[first].text in EDGES:
        first += 1
    while last > first and words[last - 1].text in EDGES:
        last -= 1
    return words[first:last]


def _list_words(token: "Token") -> "list[Token]":
    return [t for t in token.subtree if not t.is_space]


def _find_source(verb: "Token", quoted: set[int]) -> "Token | None":
    """Who says it: the subject, the agent of a passive; nobody where the passive names none."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    subject = find_subject(verb, quoted)
    if own is not None and own.dep_ == "nsubjpass" and subject == own and (verb.lemma_ not in QUOTED_AS or verb.lemma_ in ("tell", "ask")):
        return None
    return None if subject is not None and subject.dep_ == "expl" else subject


def _find_clause(verb: "Token", quoted: set[int]) -> "list[list[Token]] | None":
    """The clause behind a verb of saying or holding."""
    if verb.lemma_ not in read_cues("clause"):
        return None
    clauses = [c for c in verb.rights if c.dep_ == "ccomp" or _is_question(c)] or _find_behind_venue(verb)
    if not clauses:
        return None
    return [_cut_aside(_cut(verb, _list_words(clauses[-1])))]


def _cut_aside(words: "list[Token]") -> "list[Token]":
    """The words without a relative clause that a comma sets off at their end: the reporter's own aside."""
    for place, token in enumerate(words):
        if place and words[place - 1].text == "," and token.lower_ in RELATIVE and token.tag_ in ("WDT", "WP"):
            clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
            if clause is not None and list(clause.subtree)[-1].i >= words[-1].i:
                return words[: place - 1]
    return words


def _find_behind_venue(verb: "Token") -> "list[Token]":
    """The clause that the parse hangs on the letter or the interview ("said in a letter that")."""
    nouns = [g for c in verb.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return [c for noun in nouns for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _has_that(c)]


def _has_that(clause: "Token") -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _is_question(clause: "Token") -> bool:
    return clause.dep_ == "advcl" and clause.head.lemma_ in ("ask", "wonder", "question") and any(
        c.dep_ == "mark" and c.lower_ in ASKING for c in clause.children
    )


def _cut(verb: "Token", words: "list[Token]") -> "list[Token]":
    """The clause up to another reporting clause of the same speaker (", adding that")."""
    words = [t for t in words if t.i > verb.i]
    for place, token in enumerate(words):
        apart = place and words[place - 1].text == "," and token.tag_ == "VBG" and token.dep_ == "advcl"
        if apart and token.lemma_ in read_cues("clause") and any(c.dep_ == "ccomp" for c in token.rights):
            return words[:place]
    return words


def _find_set_off(verb: "Token", quoted: set[int]) -> "list[list[Token]] | None":
    """The sentence around a reporting clause set off by commas, or closing it ("it rained, she said, all day", "so it was, they say")."""
    if verb.lemma_ not in read_cues("clause") or verb.tag_ not in FINITE:
        return None
    block = _find_block(verb)
    if block is None:
        return None
    start, end = block
    told = {t.i for c in verb.children if c.dep_ == "ccomp" for t in c.subtree}
    own = {t.i for t in verb.subtree if t.i > verb.i} - told if verb.dep_ == "ROOT" and any(i < start for i in told) else set()
    words = [t for t in verb.sent if not t.is_space]
    left, right = _drop_linking([t for t in words if t.i < start]), [t for t in words if t.i >= end and t.i not in own]
    adjuncts = {t.i for c in verb.lefts if c.dep_ in ADJUNCT for t in c.subtree}
    if all(t.is_punct or t.i in adjuncts for t in left):
        # "On Monday, she said, it rained" sets nothing off that was said before the verb.
        return [right] if any(t.dep_ in SUBJECTS for t in right) else None
    return [left, right]


def _drop_linking(words: "list[Token]") -> "list[Token]":
    """The words without the conjunction or the adverb with a comma that links them to the sentence before ("But", "Also,")."""
    first = 1 if words and words[0].pos_ == "CCONJ" else 0
    if len(words) > first + 1 and words[first].pos_ == "ADV" and words[first + 1].text == ",":
        first += 2
    return words[first:]


def _find_block(verb: "Token") -> "tuple[int, int] | None":
    """The reporting clause as (first, end), where commas or the sentence's end set it off and nothing else is in it."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ not in RELATIVE), None)
    if subject is None or subject.lower_ in NOBODY:
        return None
    start = min(t.i for t in subject.subtree) if subject.i < verb.i else verb.i
    start = min([start, *(c.i for c in verb.lefts if c.dep_ in ("aux", "advmod", "mark") and c.i == start - 1)])
    last = verb.sent.end
    behind = max(verb.i, *(t.i for t in subject.subtree if t.i < last))
    end = next((t.i for t in verb.doc[behind + 1 : last] if _sets_off(t)), last)
    if start <= verb.sent.start or not _sets_off(verb.doc[start - 1]) or end - start > LONGEST_BLOCK:
        return None
    crowded = any(start < c.i < end and (c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "dobj" and verb.lemma_ not in TELLING)) for c in verb.children)
    return None if crowded else (start, end)


def _sets_off(token: "Token") -> bool:
    """Whether a mark parts clauses, at the end of marked words too; a hyphen inside a word does not."""
    if token.text in CLOSING and token.i > 0 and token.nbor(-1).text in (",", "?", "!"):
        return True
    return token.text in SETTING_OFF and (token.text != "-" or token.doc[token.i - 1].whitespace_ != "")


def _find_as_told(verb: "Token", quoted: set[int]) -> "list[list[Token]] | None":
    """The clause beside "as he put it"."""
    as_told = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if verb.lemma_ not in read_cues("clause") or not as_told or not any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    if any(c.dep_ in ("ccomp", "dobj", "xcomp") for c in verb.children):
        return None
    own = _list_words(verb)
    return _take_out(own, [t for t in _list_words(verb.head) if t not in own])


def _take_out(own: "list[Token]", words: "list[Token]") -> "list[list[Token]]":
    """The words before and after the reporting clause `own`, whose part around its verb alone is left out."""
    start, end = own[0].i, own[-1].i
    told = [t for t in words if not t.is_space]
    inside = [t for t in told if start < t.i < end]
    if inside:
        # The reporting clause lies on both sides: what stands nearest to its verb is it.
        start = max([start, *(t.i + 1 for t in inside)])
    return [[t for t in told if t.i < start], [t for t in told if t.i > end]]


def _find_infinitive(verb: "Token", quoted: set[int]) -> "list[list[Token]] | None":
    """The infinitive behind a verb of intent, with its noun behind a verb of urging."""
    infinitive = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and _has_to(c)), None)
    if infinitive is None:
        return None
    called = next((g for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("on", "upon") for g in c.children if g.dep_ == "pobj"), None)
    if verb.lemma_ == "call":
        return [[*_list_words(called), *_list_words(infinitive)]] if called is not None and called.i < infinitive.i else None
    noun = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < infinitive.i), None)
    if noun is not None and verb.lemma_ in read_cues("object_infinitive"):
        return [[*_list_words(noun), *_list_words(infinitive)]]
    if noun is None and verb.lemma_ in read_cues("infinitive") | read_cues("object_infinitive"):
        return [_list_words(infinitive)]
    return None


def _has_to(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _find_object(verb: "Token", quoted: set[int]) -> "list[list[Token]] | None":
    """The noun behind a verb of judging or announcing, with what is said of it."""
    if verb.lemma_ not in read_cues("object"):
        return None
    noun = next((c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "xcomp", "oprd")), None)
    if noun is None:
        return None
    more = [c for c in verb.rights if c.i > noun.i and (c.dep_ in COMPLEMENTS or _is_judging(c))]
    if noun.lemma_ in read_cues("nouns") and (inner := _find_inner(verb, noun)) is not None:
        return inner
    if verb.lemma_ in LIGHT - {"express", "voice"}:
        return None
    if verb.lemma_ in NAMING and noun.dep_ != "ccomp" and not more:
        return None
    return [[t for part in (noun, *more) for t in _list_words(part)]]


def _find_inner(verb: "Token", noun: "Token") -> "list[list[Token]] | None":
    """What a noun of saying has behind it, where a verb only puts it forward ("voiced support for"); nothing where it is another's word."""
    told = next((c for c in noun.rights if _is_told(c)), None)
    if told is not None and any(c.dep_ == "poss" for c in noun.lefts):
        return []
    if verb.lemma_ not in LIGHT:
        return None
    objects = (g for c in noun.rights if c.dep_ == "prep" for g in c.children if g.dep_ in ("pobj", "pcomp"))
    inner = told or next(objects, None)
    return [_list_words(inner)] if inner is not None else None


def _is_judging(preposition: "Token") -> bool:
    """Whether a preposition leads up to what is said of a verb's noun ("accused him of", "compared him to")."""
    compared = preposition.head.lemma_ in COMPARING and preposition.lower_ in ("to", "with")
    return preposition.dep_ == "prep" and (preposition.lower_ in JUDGING or compared)


def _find_phrase(verb: "Token", quoted: set[int]) -> "list[list[Token]] | None":
    """What a verb's preposition leads up to ("called for", "asked about")."""
    for child in verb.rights:
        if child.dep_ == "prep" and f"{verb.lemma_} {child.lower_}" in read_cues("phrases"):
            if verb.lemma_ == "ask":
                return [_list_words(child)]
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            return [_list_words(inner)] if inner is not None else None
    return None


def _read_noun(noun: "Token", quoted: set[int]) -> Report | None:
    """What a noun of saying or holding has behind it ("his claim that", "her promise to")."""
    if noun.lemma_ not in read_cues("nouns"):
        return None
    clause = next((c for c in noun.rights if _is_told(c)), None) or _find_marked_object(noun, quoted)
    if clause is None:
        return None
    return _make(noun, _find_owner(noun, quoted), [_list_words(clause)], f"what “{noun.text}” has behind it")


def _find_marked_object(noun: "Token", quoted: set[int]) -> "Token | None":
    """What a noun's preposition leads up to, where marks show that it is worded as it was said ("her promise of “free ferries”")."""
    phrases = (c for c in noun.rights if c.dep_ == "prep")
    objects = (g for c in phrases for g in c.children if g.dep_ == "pobj")
    return next((g for g in objects if any(t.i in quoted for t in g.subtree)), None)


def _is_told(clause: "Token") -> bool:
    return (clause.dep_ in ("acl", "ccomp", "relcl") and _has_that(clause)) or (clause.dep_ in ("acl", "xcomp") and _has_to(clause))


def _find_owner(noun: "Token", quoted: set[int]) -> "Token | None":
    """Whose word it is: the possessor, who comes behind "of", "by" or "from", or the subject of the verb it is the object of."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None:
        phrases = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("by", "from", "of"))
        owner = next((g for c in phrases for g in c.children if g.dep_ == "pobj"), None)
    if owner is None and noun.dep_ == "dobj":
        owner = find_subject(noun.head, quoted)
    return owner


def _read_adjective(adjective: "Token", quoted: set[int]) -> Report | None:
    """What somebody is said to be certain, glad or afraid of."""
    if adjective.lemma_ not in read_cues("adjectives") or adjective.dep_ not in ("acomp", "conj") or not is_uttered(adjective.head):
        return None
    clause = next((c for c in adjective.rights if c.dep_ == "ccomp"), None)
    subject = next((c for c in adjective.head.lefts if c.dep_ in SUBJECTS and c.lower_ not in ("it", "that", "this")), None)
    if clause is None or subject is None:
        return None
    return _make(adjective, subject, [_list_words(clause)], f"what “{adjective.text}” governs")


def _read_according(first: "Token") -> Report | None:
    """The sentence that "according to" attributes, without it."""
    second = next((c for c in first.rights if c.lower_ == "to"), None)
    subject = next((c for c in second.rights if c.dep_ == "pobj"), None) if second is not None else None
    if second is None or subject is None:
        return None
    own = _list_words(first)
    words = _take_out(own, [t for t in first.sent if not t.is_space and t not in own])
    found = _make(first, subject, words, "“according to”")
    return Report(Attribution(first, second, subject, "“according to”"), found.stretches)


def snap(stretch: tuple[int, int], marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A stretch widened to whole marked words where it ends or begins inside marks."""
    start, end = stretch
    for opened, closed in marks:
        if opened < end and start < closed:
            start, end = min(start, opened), max(end, closed)
    return start, end


def list_unmarked(stretch: tuple[int, int], marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of a stretch stands in no marks."""
    position = stretch[0]
    for opened, closed in marks:
        if opened < stretch[1] and position < closed:
            if opened > position:
                yield position, opened
            position = max(position, closed)
    if position < stretch[1]:
        yield position, stretch[1]
