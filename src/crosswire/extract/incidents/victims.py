"""Whom a word of harm harms: its object, its subject, whom it describes, as grammar and headlines have it."""

from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.people import is_person
from crosswire.model import read_rows, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Killing at least nineteen people": the noun stands no further behind its verb.
MOST_BETWEEN = 7
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_taken_in(verb: "Token", words: dict[str, frozenset[str]]) -> bool:
    """Whether somebody is taken to a hospital."""
    if verb.lemma_ not in words["verbs_moving"]:
        return False
    inside = ("to", "in", "at") if verb.lemma_ == "admit" else ("to",)
    places = (g for c in verb.children if c.dep_ == "prep" and c.lower_ in inside for g in c.children)
    return any(place.lemma_.lower() in read_words("extract", "hospitals") for place in places)


def find_cared(verb: "Token") -> "list[Token]":
    """Who is told to be in a hospital's care: "were being treated for burns", "are undergoing treatment", "remain in hospital"."""
    words = read_harm_words()["injured"]
    if verb.lemma_ in words["verbs_caring"]:
        return [c for c in verb.children if c.dep_ == "nsubjpass"]
    fighting = (g.lemma_ for c in verb.children if c.lower_ == "for" for g in c.children)
    if verb.lemma_ in words["verbs_fighting"] and "life" in fighting:
        return find_subjects(verb)
    cared = verb.lemma_ in words["verbs_cared"] and any(c.dep_ == "dobj" and c.lemma_ in ("treatment", "care") for c in verb.children)
    inside = (g.lemma_.lower() for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children)
    kept = (verb.pos_ == "AUX" or verb.lemma_ in words["verbs_kept"]) and not read_words("extract", "hospitals").isdisjoint(inside)
    return find_subjects(verb) if cared or kept else []


def find_leaving(verb: "Token") -> "list[Token]":
    """Who had to leave where they live: "fled their homes", "forced 8,000 from their homes", "were told to leave"."""
    words = read_harm_words()["displaced"]
    if verb.lemma_ in words["verbs_leaving"]:
        return find_subjects(verb) if any(c.dep_ == "dobj" and c.lemma_ in words["homes"] for c in verb.children) else []
    if verb.lemma_ not in words["verbs_forcing"]:
        return []
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    ways = [c for head in (verb, *objects) for c in head.children if c.lower_ == "from"]
    out = any(g.lemma_ in words["homes"] for c in ways for g in c.children)
    leaving = any(c.dep_ == "xcomp" and c.lemma_ in words["verbs_leaving"] | words["verbs_object"] for c in verb.children)
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return passive or objects if out or leaving else []


def find_found(verb: "Token") -> "list[Token]":
    """Who is told to be hurt without an object or a passive: "was found shot", a headline's "man shot in the leg"."""
    if verb.dep_ in ("oprd", "acomp", "xcomp", "advcl") and verb.head.lemma_ == "find":
        return [c for c in verb.head.children if c.dep_ == "nsubjpass"] or [c for c in verb.head.children if c.dep_ == "dobj"]
    return _headline_patients(verb)


def _headline_patients(verb: "Token") -> "list[Token]":
    """The subject without an article or with a number that stands before a participle in a headline: "Man shot", "Two men stabbed"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if verb.tag_ != "VBD" or not subjects or any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children):
        return []
    told = subjects[0].pos_ == "PRON" or any(c.dep_ in ("det", "poss") for c in subjects[0].children) or _acts_on(verb)
    return [] if told or _has_full_stop(verb) else subjects[:1]


def _has_full_stop(token: "Token") -> bool:
    return any(t.text == "." for t in token.sent[-2:])


def find_subjects(verb: "Token") -> "list[Token]":
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own and own[0].lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
        return [_find_antecedent(verb, own[0])]
    if not own and verb.dep_ == "conj":
        return find_subjects(verb.head)
    if not own and verb.dep_ == "acl":
        return [verb.head]
    return own or _raised(verb)


def _find_antecedent(verb: "Token", pronoun: "Token") -> "Token":
    """What a relative pronoun stands for; "who" is somebody: "four people on board, who are missing"."""
    noun = verb.head
    while pronoun.lower_ == "who" and not is_person(noun) and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    return noun if is_person(noun) else verb.head


def _raised(verb: "Token") -> "list[Token]":
    """The subject of the verb of reporting above an infinitive: "twelve are reported to have died"."""
    raised = verb.dep_ == "xcomp" and verb.head.lemma_ in read_words("extract", "factual_verbs")
    return [c for c in verb.head.children if c.dep_ in SUBJECTS] if raised else []


def find_patients(verb: "Token") -> "list[Token]":
    """Whom a verb of harming harms: its object, its passive subject, the noun it describes as a participle."""
    if (left := _find_left(verb)) is not None:
        return [left]
    after = [c for c in verb.children if c.dep_ in ("dobj", "obj")]
    objects = [c for c in after if not _is_other_harm(c, verb)]
    if objects:
        return objects
    if after:
        return [c for c in verb.children if c.dep_ in SUBJECTS]
    if (between := _between(verb)) is not None:
        return [between]
    if _acts_on(verb):
        return []
    if verb.tag_ in ("VBN", "VBD"):
        subjects = [c for c in verb.lefts if c.dep_ in ("nsubjpass", "nsubj")]
        headed = [c for c in verb.lefts if c.dep_ == "compound" and c.is_sent_start and c.pos_ == "NOUN" and is_person(c)]
        if headed and not subjects:
            return headed  # "Woman shot in Porto"
        own = [c for c in subjects if not any(t.text in ":;" for t in verb.doc[c.i : verb.i])] or subjects
        if (counted := _find_headline_count(verb)) is not None:
            return [counted]
        passive = any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in (*verb.children, *_joined(verb)))
        passive = passive or _is_counted(own or _inherited(verb))
        if passive or verb.dep_ in ("ccomp", "oprd") or verb.tag_ == "VBN":
            if verb.dep_ == "relcl" and own and own[0].lower_ in ("who", "that"):
                return [verb.head]
            return own or _inherited(verb)
    return _counted_after(verb)


def _find_left(participle: "Token") -> "Token | None":
    """Who was left so, whatever the parse hangs the participle on: "a shooting that left one man badly injured"."""
    before = participle.sent[: participle.i - participle.sent.start]
    before = before[:-1] if len(before) and before[-1].pos_ == "ADV" else before
    noun = before[-1] if len(before) else None
    return noun if noun is not None and noun.dep_ == "dobj" and noun.head.lemma_ == "leave" and participle.tag_ in ("VBN", "VBD") else None


def _counted_after(verb: "Token") -> "list[Token]":
    """The noun with a number right behind a verb in the active, whatever the parse hangs it on: "killing at least 19 people"."""
    words = verb.doc[verb.i + 1 : min(verb.i + MOST_BETWEEN, verb.sent.end)]
    number = next((i for i, token in enumerate(words) if token.like_num), None)
    if (
        verb.tag_ not in ("VBG", "VBZ")
        or number is None
        or number + 1 >= len(words)
        or any(t.is_punct or t.pos_ == "VERB" for t in words[:number])
    ):
        return []
    noun = words[number + 1]
    return [noun] if noun.tag_ == "NNS" and any(child == words[number] for child in noun.children) else []


def _between(verb: "Token") -> "Token | None":
    """The first number of a range that stands right behind a verb: "killed between four and six people"."""
    following = verb.doc[verb.i + 1 : verb.i + 3]
    return following[1] if len(following) == 2 and following[0].lower_ == "between" and following[1].like_num else None


def _find_headline_count(verb: "Token") -> "Token | None":
    """The number between a comma and a participle ("Plane crashes in Andes, 29 killed"); the 2 of "7 dead and 2 badly hurt"."""
    before = verb.sent[: verb.i - verb.sent.start]
    before = before[:-1] if len(before) and before[-1].pos_ == "ADV" else before
    if len(before) < 3 or before[-1].pos_ != "NUM":
        return None
    listed = before[-2].lower_ == "and" and before[-3].lower_ in read_harm_words()["killed"]["adjectives"]
    return before[-1] if listed or (before[-2].text == "," and not _has_full_stop(verb)) else None


def _joined(verb: "Token") -> "list[Token]":
    """What hangs on the participle joined to a verb: "a man shot and killed by police"."""
    return [g for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" for g in c.children]


def _acts_on(verb: "Token") -> bool:
    """Whether a verb shares the object of the next one: "he shot and killed another man"."""
    following = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ == "VBD"]
    harming = [c for c in following if any(c.lemma_ in words["verbs_object"] for words in read_harm_words().values())]
    return any(g.dep_ == "dobj" for c in harming for g in c.children)


def _is_counted(people: "list[Token]") -> bool:
    """Whether they are told by number, so that a past tense with no object leaves out its auxiliary ("Eleven killed in blaze")."""
    return any(token.pos_ == "NUM" or any(c.dep_ == "nummod" for c in token.children) for token in people)


def _is_other_harm(number: "Token", harm: "Token") -> bool:
    """Whether a number belongs to the next word of harm, as in headlines ("six killed 12 wounded", "a boy killed 7 people injured")."""
    counted = number.pos_ == "NUM" or any(c.dep_ == "nummod" for c in number.children)
    following = next((t for t in number.doc[number.i + 1 : number.i + 3] if t.pos_ != "AUX"), None)
    if not counted or following is None:
        return False
    return following != harm and any(following.lower_ in words["adjectives"] for words in read_harm_words().values())


def _inherited(verb: "Token") -> "list[Token]":
    if verb.dep_ in ("acl", "amod") and verb.head.pos_ in ("NOUN", "NUM", "PROPN"):
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "ADJ"):
        return _crowd_before(verb) or _numbers_before(verb) or find_patients(verb.head)
    if verb.dep_ == "acl" and verb.head.pos_ == "VERB":
        return _headline_patients(verb.head)
    if verb.dep_ == "xcomp" and any(c.dep_ == "auxpass" for c in verb.children):
        return _raised(verb)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBN" and not any(c.dep_ == "dobj" for c in verb.head.children):
        return [c for c in verb.head.children if c.dep_ in SUBJECTS]  # "resulted injured"
    return _numbers_before(verb)


def _crowd_before(verb: "Token") -> "list[Token]":
    """ "Nine were killed and many more wounded": the crowd, and not the nine."""
    crowds = {word for word, _ in read_rows("extract", "crowd_words")}
    return [c for c in verb.children if c.i < verb.i and c.lower_ in crowds]


def _numbers_before(verb: "Token") -> "list[Token]":
    """The numbers that hang on a verb from the left, or stand right before its auxiliary, with or without a noun ("25 were wounded").

    The parse may hang the noun on what stands before it ("in the province of Cusco 15 civilians were killed").
    """
    own = [t for t in verb.lefts if t.pos_ == "NUM"] or _numbers_listed(verb)
    if own or verb.i == verb.sent.start or verb.nbor(-1).pos_ != "AUX":
        return own
    before = [token for token in verb.doc[verb.sent.start : verb.i] if token.pos_ != "AUX"][-2:]
    noun = before[-1:] if before and before[-1].tag_ == "NNS" and not any(t.dep_ in SUBJECTS for t in before) else []
    return [t for t in before[len(before) - 1 - len(noun) :][:1] if t.pos_ == "NUM"]


def _numbers_listed(verb: "Token") -> "list[Token]":
    """The number between a verb of telling and who is told: "listed 412 injured"."""
    before = verb.nbor(-1) if verb.dep_ == "advcl" and verb.i else None
    if before is None or before.dep_ != "dobj" or before.head != verb.head or before.pos_ != "NUM":
        return []
    harming = any(verb.head.lemma_ in words["verbs_object"] for words in read_harm_words().values())
    return [] if harming else [before]


def find_described(token: "Token") -> "list[Token]":
    """Who is dead or hurt: "left seven people dead", "three are dead", "12 dead", "with two wounded"."""
    heads = [token, *(c for c in token.children if c.pos_ == "AUX")]  # a subject may hang on "are" in "120 are missing"
    own = [c for head in heads for c in head.children if c.dep_ in ("nsubj", "nsubjpass", "nummod") and not _is_other_harm(c, token)]
    if own and own[0].lower_ == "who" and token.dep_ == "relcl":
        return [_find_antecedent(token, own[0])]
    if own:
        return own
    if token.dep_ in ("acomp", "oprd", "xcomp", "advcl", "ccomp", "advmod"):
        objects = [c for c in token.head.children if c.dep_ == "dobj"]
        return objects or _found(token.head)
    if token.dep_ in ("amod", "acl") and token.head.pos_ in ("NOUN", "NUM") and token.i > token.head.i:
        return [token.head]
    if token.i > 0 and token.nbor(-1).pos_ == "NUM":
        return [token.nbor(-1)]
    return []


def dies_later(verb: "Token") -> bool:
    """Whether a verb tells of a death after the event, of wounds told of or in a hospital: "died of his wounds", "died in hospital"."""
    words = read_harm_words()
    if verb.lemma_ not in words["killed"]["verbs_subject"]:
        return False
    held = [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    held += [h for g in held for c in g.children if c.dep_ == "prep" and c.lower_ in ("in", "at") for h in c.children]
    wounds = any(g.lemma_ in words["injured"]["states"] and any(c.dep_ == "poss" for c in g.children) for g in held)
    return wounds or any(g.lemma_.lower() in read_words("extract", "hospitals") and g.head.lower_ in ("in", "at") for g in held)


def shoots_down(verb: "Token") -> bool:
    """Whether something is shot down that is nobody: "shot down 41 drones", "41 of 58 drones were shot down"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    down = any(c.dep_ in ("prt", "advmod") and c.lower_ == "down" for c in verb.children)
    return down and bool(things) and not any(map(is_person, things))


def _found(verb: "Token") -> "list[Token]":
    """The subject of "are dead" or "was found dead", not who found or left somebody."""
    passive = verb.lemma_ in ("leave", "find")
    own = [c for c in verb.children if c.dep_ in (("nsubjpass",) if passive else SUBJECTS)][-1:]
    own = own or ([] if passive else find_subjects(verb))
    return [_find_antecedent(verb, own[0])] if own and own[0].lower_ in ("who", "that") and verb.dep_ == "relcl" else own


@cache
def list_harm_verbs() -> frozenset[str]:
    """The lemmas of all verbs of harm."""
    return frozenset(w for lists in read_harm_words().values() for key in ("verbs_object", "verbs_subject") for w in lists[key])


def is_killed_too(verb: "Token") -> bool:
    """Whether a headline says it in two words: "Woman shot, killed in Porto"."""
    following = verb.doc[verb.i + 1 : verb.i + 3]
    killing = read_harm_words()["killed"]["verbs_object"]
    return len(following) == 2 and following[0].text == "," and following[1].lemma_ in killing and following[1].tag_ in ("VBN", "VBD")
