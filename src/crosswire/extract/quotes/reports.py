"""Indirect speech: what is attributed without marks, by whom, and from which word to which, read off the parse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosswire.extract.quotes.attributions import Attribution
from crosswire.extract.quotes.complements import find_clause, find_infinitive, find_object, find_phrase, is_told, list_words
from crosswire.extract.quotes.cues import read_cues
from crosswire.extract.quotes.insertions import find_as_told, find_set_off, take_out
from crosswire.extract.quotes.nominals import find_owner
from crosswire.extract.quotes.utterings import is_uttered
from crosswire.extract.subjects import QUOTED_AS, SUBJECTS, find_subject, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# A report stands inside of one of the so many before it, or of none.
REACH = 8
EDGES = frozenset(",.;:!?—–-…")
STANCES = (find_infinitive, find_object, find_phrase)


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
        if token.i not in quoted and (report := read_cue(token, quoted)) is not None:
            found.append(report)
    return _leave_out_inner(found)


def _leave_out_inner(reports: "list[Report]") -> "list[Report]":
    """The reports without the contentions that stand inside of another's words; what is said to have been said inside of them stays."""
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.stretches[0][0] if r.stretches else 0, -r.stretches[-1][1] if r.stretches else 0)):
        inner = any(s[0] <= t[0] and t[1] <= s[1] for r in kept[-REACH:] for s in r.stretches for t in report.stretches)
        if not inner or (report.clause and is_speech(report.attribution.verb)):
            kept.append(report)
    return kept


def read_cue(token: "Token", quoted: set[int]) -> Report | None:
    """What one word attributes by grammar; None where it attributes nothing."""
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
    for find in (find_set_off, find_clause, find_as_told, *STANCES):
        words = find(verb)
        if words is not None and any(words):
            if find in STANCES and _is_anonymous(verb):
                return None
            how = "the reporting clause set off in the sentence" if find is find_set_off else f"what “{verb.text}” governs"
            found = make_report(verb, find_source(verb, quoted), words, how)
            return replace(found, clause=find is find_clause)
    return None


def _is_anonymous(verb: "Token") -> bool:
    """Whether a passive leaves open whose contention it tells ("is expected to"); of a question it does not matter who asked."""
    if any(c.dep_ == "agent" for c in verb.children):
        return False
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl"):
        return True
    return verb.lemma_ not in QUOTED_AS and any(c.dep_ == "nsubjpass" for c in verb.children)


def make_report(cue: "Token", subject: "Token | None", words: "Sequence[Sequence[Token]]", how: str) -> Report:
    """A report of some words, a stretch each, freed of the marks at their ends."""
    ordered = (sorted(part, key=lambda token: token.i) for part in words)
    stretches = tuple((part[0].idx, part[-1].idx + len(part[-1])) for part in map(_trim, ordered) if part)
    return Report(Attribution(cue, cue, subject, how), stretches)


def _trim(words: "Sequence[Token]") -> "Sequence[Token]":
    first, last = 0, len(words)
    while first < last and words[first].text in EDGES:
        first += 1
    while last > first and (words[last - 1].text in EDGES or words[last - 1].pos_ == "CCONJ"):
        last -= 1
    return words[first:last]


def find_source(verb: "Token", quoted: set[int]) -> "Token | None":
    """Who says it: the subject, the agent of a passive; nobody where the passive names none."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    subject = find_subject(verb, quoted)
    if own is not None and own.dep_ == "nsubjpass" and subject == own and (verb.lemma_ not in QUOTED_AS or verb.lemma_ in ("tell", "ask")):
        return None
    return None if subject is not None and subject.dep_ == "expl" else subject


def _read_noun(noun: "Token", quoted: set[int]) -> Report | None:
    """What a noun of saying or holding has behind it ("his claim that", "her promise to")."""
    if noun.lemma_ not in read_cues("nouns"):
        return None
    clause = next((c for c in noun.rights if is_told(c)), None) or _find_marked_object(noun, quoted)
    if clause is None:
        return None
    return make_report(noun, _find_owner(noun, quoted), [list_words(clause)], f"what “{noun.text}” has behind it")


def _find_marked_object(noun: "Token", quoted: set[int]) -> "Token | None":
    """What a noun's preposition leads up to, where marks show that it is worded as it was said ("her promise of “free ferries”")."""
    objects = [g for c in noun.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return next((g for g in objects if any(t.i in quoted for t in g.subtree)), None)


def _find_owner(noun: "Token", quoted: set[int]) -> "Token | None":
    """Whose word it is: the possessor, who comes behind "of", "by" or "from", or the subject of the verb it is the object of."""
    owner = find_owner(noun)
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
    return make_report(adjective, subject, [list_words(clause)], f"what “{adjective.text}” governs")


def _read_according(first: "Token") -> Report | None:
    """The sentence that "according to" attributes, without it."""
    second = next((c for c in first.rights if c.lower_ == "to"), None)
    subject = next((c for c in second.rights if c.dep_ == "pobj"), None) if second is not None else None
    if second is None or subject is None:
        return None
    own = list_words(first)
    words = take_out(own, [t for t in first.sent if not t.is_space and t not in own])
    found = make_report(first, subject, words, "“according to”")
    return Report(Attribution(first, second, subject, "“according to”"), found.stretches)
