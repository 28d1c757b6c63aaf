"""What was done to how many: killed, injured, missing, detained, displaced, each figure with the word that says so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.labels import read_label
from crosswire.extract.incidents.misfortunes import is_of_illness, is_of_sport
from crosswire.extract.incidents.numbers import Count, parse_number, read_count
from crosswire.extract.incidents.parts import Part, list_parts
from crosswire.extract.incidents.people import ATTACKERS, Headcount, count_crowd, count_people, is_person, sum_counts
from crosswire.extract.incidents.realities import is_real
from crosswire.extract.incidents.shares import INCLUDING, find_shares
from crosswire.extract.incidents.spells import COUNTS, is_of_long_event
from crosswire.extract.incidents.tolls import Toll, is_counted_so, is_toll, read_toll
from crosswire.extract.incidents.victims import (
    dies_later,
    find_cared,
    find_described,
    find_found,
    find_leaving,
    find_patients,
    find_subjects,
    is_killed_too,
    is_taken_in,
    list_harm_verbs,
    shoots_down,
)
from crosswire.model import is_counted, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

VICTIM, TOTAL, CONDITION = "victim", "total", "condition"
BODIES = frozenset({"body", "corpse", "corps"})
BEING = frozenset({"be", "is", "are", "was", "were", "been"})
# "The death of" so many is told of an event, that of one may be anybody's.
SEVERAL = 2
# A sentence that begins so gives the toll of all ("In all, 29 people lost their lives").
SUMMING = ("in all", "in total", "altogether", "overall")
# From this many on attackers are a band that was struck.
BAND = 5
# What takes lives; so many words at most stand between it and them.
COSTING, NEAR = frozenset({"attain", "claim", "cost", "embrace", "lose", "take"}), 6
# Who does so dies: "lost their lives", "embraced martyrdom".
LOSING = frozenset({"attain", "embrace", "lose"})
FIELDS = ("killed", "injured", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class Harm:
    """One figure: its field, its count (None where the text gives no number), the word that says so, and its subgroups.

    `total` marks a running total, `rising` one that replaces those before it ("rose to"), `former` one that was told before ("had
    earlier put the toll at 12"), `known` people told of before ("he died"), `shot` those of whom it is only said that they were hit:
    hurt, if nobody is told to have died, `besides` people who come to those told before ("six others"); `crowd` is how many a crowd without
    a number is at least ("dozens").
    """

    field: str
    count: Count | None
    anchor: "Token"
    parts: tuple[Part, ...] = ()
    total: bool = False
    known: bool = False
    shot: bool = False
    rising: bool = False
    former: bool = False
    besides: bool = False
    crowd: int = 0

    @property
    def firm(self) -> bool:
        """Whether the figure counts people by itself, so that it tells one incident from another."""
        return not (self.known or self.shot)

    @property
    def single(self) -> bool:
        return self.count is not None and self.count.high == 1


def find_harms(sentence: "Words") -> tuple[Harm, ...]:
    """The harms a sentence tells as fact, in order; "nobody was hurt" is 0.

    Left out are hypothetical and threatened ones, deaths of illness, injuries of sport, and the tolls of wars and years.
    """
    found: list[Harm] = []
    sums = any(sentence.text.lower().startswith(f"{words} ") or f"{words}," in sentence.text.lower()[:20] for words in SUMMING)
    for token in sentence:
        for harm in _read_token(token) if _may_tell(token) else ():
            if sums and harm.count is not None and not harm.known:
                harm = replace(harm, total=True, rising=True)
            fated = is_of_illness(harm.anchor) or (harm.single and harm.field == "injured" and is_of_sport(harm.anchor))
            aside = fated or is_of_long_event(harm.anchor) or not is_real(harm.anchor)
            if not aside and not any(_same_figure(harm, other) for other in found):
                found.append(harm)
    return tuple(_mark_risen(sentence, found))


def _mark_risen(sentence: "Words", found: list[Harm]) -> Iterator[Harm]:
    """The harms, the figure before "up from 70" as a new toll, and the 70 as the one before it."""
    former = next((token for token in sentence[2:] if token.nbor(-2).lower_ == "up" and token.nbor(-1).lower_ == "from"), None)
    count = read_count(former) if former is not None else None
    before = [harm for harm in found if former is not None and harm.count is not None and harm.count.last.i < former.i]
    for harm in found:
        risen = count is not None and harm is before[-1] if before else False
        yield replace(harm, total=True, rising=True) if risen else harm
        if risen and count is not None:
            yield Harm(harm.field, count, harm.anchor, total=True, former=True)


def kill_only_victim(harms: list[Harm]) -> list[Harm]:
    """The harms of a fatal event; who alone was shot in it died, where nobody else is told to be dead and no hospital is told of."""
    told = [harm for harm in harms if harm.field in ("killed", "injured") and harm.count is not None]
    wounding = read_harm_words()["injured"]["verbs_wounding"]
    if not told or not all(harm.shot and harm.anchor.lemma_ in wounding and harm.single for harm in told):
        return harms
    return [replace(harm, field="killed", shot=False) if harm in told else harm for harm in harms]


def _same_figure(one: Harm, other: Harm) -> bool:
    return one.field == other.field and one.count is not None and other.count is not None and one.count.first == other.count.first


def _may_tell(token: "Token") -> bool:
    """Whether a token is any word of harm or of a count: most are none, and need no look at their grammar."""
    return token.lemma_ in _list_words() or token.lower_ in _list_words() or token.pos_ == "AUX"


@cache
def _list_words() -> frozenset[str]:
    listed = (word for lists in read_harm_words().values() for words in lists.values() for word in words)
    return frozenset((*listed, *COUNTS, *INCLUDING, VICTIM))


def _read_shares(verb: "Token") -> Iterator[Harm]:
    """Groups told of in a sentence of their own: "the dead include 29 children"."""
    yield from (Harm(field, None, verb, (Part(part.group or "", part.count),), known=True) for field, part in find_shares(verb))


def _read_token(token: "Token") -> Iterator[Harm]:
    yield from _read_shares(token)
    for field, words in read_harm_words().items():
        labelled = read_label(token) if token.lower_ in words["adjectives"] or token.lemma_ in words["nouns_counted"] else None
        people = _counted(field, token, words)
        if labelled is not None:
            yield Harm(field, labelled, token)
        elif is_counted_so(token, words) and (toll := read_toll(field, token)) is not None:
            yield _make_total(field, token, toll)
        elif (token.lower_ in words["adjectives"] or (token.lemma_ == VICTIM and field == "killed")) and (
            among := list(_read_among(field, token))
        ):
            yield from among
        elif people is not None:
            yield _make_harm(field, token, people)
        elif token.lemma_ in words["verbs_wounding"] and token.pos_ == "VERB":
            yield from _read_shot(field, token, [] if shoots_down(token) else find_patients(token) or find_found(token))
        elif token.pos_ == "VERB" and is_taken_in(token, words) and (taken := _read_taken_in(field, token)) is not None:
            yield taken
        elif token.pos_ == "VERB" and (token.lemma_ in words["verbs_hitting"] or is_taken_in(token, words)):
            yield from _read_shot(field, token, [head for head in find_patients(token) if is_person(head)])
        elif field == "injured" and token.pos_ in ("VERB", "AUX") and (cared := find_cared(token)):
            yield from _read_cared(field, token, cared)
        elif token.lemma_ in words["nouns_counted"] and token.pos_ == "NOUN" and (counted := list(_read_counted_noun(field, token))):
            yield from counted
        elif token.lemma_ in words["nouns_of"] and token.pos_ == "NOUN" and (done := list(_read_done_to(field, token))):
            yield from done
        elif token.lemma_ in words["states"]:
            yield from _read_state(field, token)
        elif token.lemma_ in words["nouns_none"] and _is_none(token):
            yield Harm(field, Count(0, 0, token, token), token)
        elif token.lemma_ in words["nouns_counted"] and token.pos_ == "NOUN":
            yield from (harm for harm in _read_done_to(field, token) if harm.count is not None and _are_several(harm.count))
        elif is_toll(token, words) and (toll := read_toll(field, token)) is not None:
            yield _make_total(field, token, toll)
        elif token.lemma_ in words["lives"] and field == "killed":
            yield from _read_lives(token)


def _make_total(field: str, token: "Token", toll: Toll) -> Harm:
    parts = tuple(list_parts(token, [toll.number]))
    return Harm(field, toll.count, token, parts, total=True, rising=toll.rising, former=toll.former)


def _counted(field: str, token: "Token", words: dict[str, frozenset[str]]) -> "list[Token] | None":
    """The heads of the phrases that say who was harmed, where the token is a word of harm; empty where nobody is named."""
    verb = token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.tag_ == "VBN")
    if field == "displaced" and token.dep_ == "conj" and token.head.lemma_ in list_harm_verbs() and not _has_object(token):
        return None  # "were wounded and evacuated"
    if field == "injured" and _died_since(token):
        return None
    if verb and token.lemma_ in words["verbs_dying"]:
        return [head for head in find_subjects(token) if is_person(head)]
    if verb and token.lemma_ in words["verbs_object"]:
        patients = find_patients(token) or (find_subjects(token) if token.lemma_ in words["verbs_subject"] else [])
        before = token.nbor(-1) if token.i > token.sent.start and token.lower_ in words["adjectives"] else token
        harming = before.head.lemma_ in list_harm_verbs()
        beside = before.pos_ == "NUM" and before.head == token.head and not harming  # "the hospital counts 54 wounded"
        return patients or ([before] if beside else [])
    if verb and token.lemma_ in words["verbs_subject"]:
        return find_subjects(token)
    if verb and token.lemma_ in words["verbs_fatal"] and _is_fatal(token):  # "shot" alone says neither dead nor hurt
        return find_patients(token) or find_found(token)
    if verb and field == "displaced" and (leaving := find_leaving(token)):
        return leaving
    if token.lemma_ == VICTIM and any(c.dep_ == "compound" and c.lemma_ in words["nouns_of"] for c in token.children):
        return [token]
    if token.lower_ in words["adjectives"] and token.pos_ in ("ADJ", "VERB", "NOUN", "ADV"):
        return find_described(token)
    return None


def _died_since(participle: "Token") -> bool:
    """Whether who was hurt died of it, as the same clause says: "a girl injured in the attack died on Monday"."""
    dying = participle.head.head.lemma_ in read_harm_words()["killed"]["verbs_subject"]
    return participle.dep_ == "acl" and participle.head.dep_ == "nsubj" and dying


def _is_fatal(verb: "Token") -> bool:
    """Whether death is told with a verb of wounding: "fatally", "dead", "to death", "shot and killed"."""
    near = [*verb.children, *(g for c in verb.children if c.lower_ == "to" for g in c.children), *verb.doc[verb.i + 1 : verb.i + 2]]
    coordinated = [c for c in near if c.dep_ in ("conj", "acl") and c.pos_ == "VERB" and not (_has_object(verb) and _has_object(c))] + (
        [verb.head] if verb.dep_ == "conj" else []
    )
    told = any(t.lower_ in ("fatally", "dead", "death") for t in near) or is_killed_too(verb)
    return told or any(t.lemma_ in read_harm_words()["killed"]["verbs_object"] for t in coordinated)


def _has_object(verb: "Token") -> bool:
    """Whether a verb has an object of its own: "shot three people, killing one" says of one that he died."""
    return any(c.dep_ == "dobj" for c in verb.children)


def _make_harm(field: str, token: "Token", people: "list[Token]") -> Harm:
    harmed = token.pos_ == "VERB" and field in ("killed", "injured")
    counts = tuple(part for head in people[:1] for part in count_people(head, harmed))
    victims = tuple(part for part in counts if part.group != ATTACKERS) or tuple(part for part in counts if _is_band(part.count))
    groups = [Part(part.group, part.count) for part in counts if part.group is not None and part.group != ATTACKERS]
    known = any(part.known for part in victims) or any(map(_is_of_kin, people)) or _is_one_of_toll(token, people, victims)
    besides = any(_is_besides(token, head) for head in people[:1])
    summed = any(head.lemma_ == TOTAL for head in people) and any(map(_is_the_event, token.subtree))
    crowd = 0 if victims else count_crowd(people)
    told = sum_counts(victims), token, (*groups, *list_parts(token, people))
    return Harm(field, *told, summed, known, rising=summed, besides=besides, crowd=crowd)


def _is_of_kin(people: "Token") -> bool:
    """Whether those harmed only say whose kin somebody is: "the families of 12 dead miners", "the mother of two children who died"."""
    if any(c.dep_ == "poss" and c.lower_ == "whose" for c in people.children):
        return True  # "a teacher whose two sons were killed"
    return people.dep_ == "pobj" and people.head.lower_ == "of" and people.head.head.lemma_ in read_words("extract", "kin_nouns")


def _is_one_of_toll(verb: "Token", people: "list[Token]", victims: "tuple[Headcount, ...]") -> bool:
    """Whether one person died after the event, and is in its toll."""
    hurt = any(_died_since(child) for head in people for child in head.children if child.pos_ == "VERB")
    return len(victims) == 1 and victims[0].count.high == 1 and (hurt or dies_later(verb))


def _is_the_event(noun: "Token") -> bool:
    """Whether a noun takes an event up: "in the fire"."""
    return noun.lemma_ in read_words("extract", "event_nouns") and any(c.lower_ == "the" for c in noun.children)


def _is_besides(verb: "Token", people: "Token") -> bool:
    """Whether people come to those told before: "six others were killed", "another 17", "one was also hurt"."""
    near = [people, *people.children, *(g for c in people.children if c.dep_ == "nummod" for g in c.children)]
    near += [c for c in verb.children if c.dep_ == "advmod"]
    near += [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children]  # "in addition"
    theirs = (g for c in people.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
    if any(c.dep_ == "poss" and c.pos_ == "PRON" for whole in theirs for c in whole.children):
        return True  # "five of their men", as a force counts its own
    return any(token.lower_ in read_words("extract", "further_words") for token in near)


def _is_band(count: Count) -> bool:
    """Whether so many attackers died that they are whom something was done to ("killed 11 gunmen"), not who died in their own attack."""
    return (count.low or 0) >= BAND


def _read_shot(field: str, token: "Token", people: "list[Token]") -> Iterator[Harm]:
    """People shot or stabbed, of whom no more is said here; "another" and "a second" are others than the dead."""
    aimed = not _has_object(token) and any(c.lower_ in ("at", "into", "toward", "towards") for c in token.children if c.dep_ == "prep")
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)
    harm = _make_harm(field, token, people if passive or not aimed else [])
    if harm.count is not None:
        others = any(c.lower_ in read_words("extract", "other_event_words") for head in people[:1] for c in head.children)
        yield replace(harm, shot=not others)


def _read_taken_in(field: str, token: "Token") -> Harm | None:
    """Several people, counted, who were taken to a hospital: the hurt, beside any who died; one alone may be the one who did."""
    people = [head for head in find_patients(token) if is_person(head) and not any(c.lower_ == "of" for c in head.children)]
    harm = _make_harm(field, token, people)
    return harm if harm.count is not None and (harm.count.low or harm.count.high or 0) > 1 else None


def _read_cared(field: str, token: "Token", people: "list[Token]") -> Iterator[Harm]:
    """People told by number to be in a hospital's care: hurt, unless others are told to be; not some of others ("two of the girls")."""
    harm = _make_harm(field, token, [head for head in people if not any(c.lower_ == "of" for c in head.children)])
    if harm.count is not None and is_counted(harm.count.first.doc[harm.count.first.i : harm.count.last.i + 1].text):
        yield replace(harm, known=True)


def _read_state(field: str, token: "Token") -> Iterator[Harm]:
    """ "Suffered a gunshot wound", "is in critical condition", "left a man with injuries": whom the verb above speaks of. Several
    who suffered wounds are hurt, one alone may have died of it, but not who is in a condition."""
    number = next((c for c in token.children if c.dep_ == "nummod" and c.i > token.i), None)
    if number is not None and (count := read_count(number)) is not None:  # a headline's verb taken for a noun: "wounds 30"
        yield Harm(field, count, token)
        return
    described = any(c.lower_ in read_words("extract", "grave_words") for c in token.children)
    verb = token.head.head if token.dep_ == "pobj" else token.head
    held = token.dep_ == "dobj" and verb.lemma_ in ("suffer", "sustain", "receive", "have")
    if verb.pos_ not in ("VERB", "AUX") or not (held or (token.dep_ == "pobj" and described)):
        return
    people = find_patients(verb) if token.dep_ == "pobj" and verb.lemma_ != "be" else []
    for harm in _read_shot(field, token, people or find_subjects(verb)):
        living = token.lemma_ == CONDITION and harm.single
        yield replace(harm, shot=harm.shot and not (living or (held and harm.count and _are_several(harm.count))))


def _read_counted_noun(field: str, token: "Token") -> Iterator[Harm]:
    """ "Four deaths", "no injuries", "20 wounded"; not those that somebody is "hit by", as a team is."""
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return
    if _is_none(token):
        yield Harm(field, Count(0, 0, token, token), token)
        return
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    count = read_count(number) if number is not None else None
    if count is not None and (token.lemma_ not in BODIES or _is_found(token)):
        parts = tuple(list_parts(token, [token])) if token.lemma_ in BODIES else ()
        yield Harm(field, Count(count.low, count.high, count.first, token), token, parts)


def _is_found(bodies: "Token") -> bool:
    """Whether bodies are those of the dead: found, received or buried; not "nine more bodies", which an earlier count does not hold."""
    others = any(c.lower_ in read_words("extract", "other_event_words") or c.lower_ == "more" for c in bodies.subtree)
    found = bodies.dep_ in ("dobj", "nsubjpass") and bodies.head.lemma_ in read_words("extract", "finding_verbs")
    dead = any(word.lower_ in read_harm_words()["killed"]["adjectives"] for word in bodies.sent)  # counted by themselves, as others of them
    return found and not others and not dead


def _read_among(field: str, token: "Token") -> Iterator[Harm]:
    """Parts of a figure told elsewhere: "eight children were among the dead", "the dead included 19 women"."""
    if token.dep_ == "pobj" and token.head.lower_ == "among":
        verb = token.head.head
        people = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "attr") and c != token] if verb.lower_ in BEING else []
    else:
        verb = token.head
        people = [c for c in verb.children if c.dep_ == "dobj"] if token.dep_ == "nsubj" and verb.lemma_ == "include" else []
    parts = [Part(part.group, part.count) for head in people[:1] for part in count_people(head) if part.group is not None]
    if parts:
        yield Harm(field, None, token, tuple(parts))


def _read_done_to(field: str, token: "Token") -> Iterator[Harm]:
    """ "The murder of two women", "found the body of a man", "his death"."""
    people = [g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    harm = _make_harm(field, token, people or [c for c in token.children if c.dep_ == "poss"])
    if harm.count is not None:
        yield harm


def _are_several(count: Count) -> bool:
    """Whether a number is stated, and not of one alone."""
    stated = any(parse_number([token.text]) is not None for token in count.first.doc[count.first.i : count.last.i + 1])
    return stated and (count.low or count.high or 0) >= SEVERAL


def _is_none(noun: "Token") -> bool:
    """ "No deaths", "no deaths or injuries"."""
    return any(c.lower_ == "no" for c in noun.children) or (noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and _is_none(noun.head))


def _read_lives(token: "Token") -> Iterator[Harm]:
    """ "Claimed 12 lives", "took the lives of 12 people", "12 people lost their lives"."""
    summed = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "total"  # "claimed a total of 21 lives"
    verb = token.head.head.head if summed else token.head
    if verb.lemma_ not in COSTING:  # without commas the parse hangs the lives on another verb
        verb = next((word for word in reversed(token.sent[: token.i - token.sent.start]) if word.pos_ == "VERB"), verb)
    if verb.lemma_ not in COSTING or verb.i < token.i - NEAR:
        return
    if token.tag_ == "NN" and any(c.lower_ in ("the", "one", "a", "his", "her") for c in token.children) and token.lemma_ == "life":
        yield Harm("killed", Count(1, 1, token, token), verb, known=any(c.dep_ == "poss" for c in token.children))
        return
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    count = read_count(number) if number is not None else None
    if count is not None:
        yield Harm("killed", count, verb)
        return
    people = [g for c in token.children if c.lower_ == "of" for g in c.children] or (find_subjects(verb) if verb.lemma_ in LOSING else [])
    total = sum_counts(tuple(part for head in people[:1] for part in count_people(head)))
    if total is not None:
        yield Harm("killed", total, verb)
