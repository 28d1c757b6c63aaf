"""What a verb that attributes something governs: a clause, an infinitive, a noun with what is said of it, or a phrase."""

from typing import TYPE_CHECKING

from crosswire.extract.quotes.cues import read_cues
from crosswire.extract.subjects import RELATIVE, SUBJECTS, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

# What belongs to the noun that a verb of judging governs ("accused him of theft", "praised her for it", "called it a joke").
COMPLEMENTS = frozenset({"oprd", "xcomp", "ccomp", "dobj", "acl"})
JUDGING, COMPARING = frozenset({"of", "for", "as"}), frozenset({"to", "with"})
SETTING_OFF = frozenset(",—–-")
ASKING = frozenset({"if", "whether"})


def list_words(token: "Token") -> "list[Token]":
    """All that hangs on a token, white space left out."""
    return [t for t in token.subtree if not t.is_space]


def find_clause(verb: "Token") -> "list[list[Token]] | None":
    """The clause behind a verb of saying or holding."""
    if verb.lemma_ not in read_cues("clause"):
        return None
    clauses = [c for c in verb.rights if c.dep_ == "ccomp" or _is_question(c)] or _find_behind_venue(verb)
    if not clauses:
        return None
    return [cut_aside(_cut(verb, _cut_joined(verb, clauses[-1])))]


def _cut_joined(verb: "Token", clause: "Token") -> "list[Token]":
    """The words of a clause without a verb that the parse joins to it and that goes on with the reporting one.

    It has no subject of its own and the form of the reporting verb, where the clause's verb has another or it reports itself
    ("says he would sit down and tells the crowd", "saying it was over and calling it a day").
    """
    for joined in (t for t in clause.subtree if t.dep_ == "conj" and t.head in (clause, *clause.conjuncts)):
        same = _read_form(joined) == _read_form(verb) and any(c.dep_ in SUBJECTS for c in clause.children)
        own = any(c.dep_ in (*SUBJECTS, "expl") for c in joined.children)
        if same and not own and (_read_form(clause) != _read_form(verb) or is_speech(joined)):
            start = min([joined.left_edge.i, *(c.i for c in joined.head.rights if c.dep_ == "cc" and c.i < joined.i)])
            return [t for t in list_words(clause) if t.i < start]
    return list_words(clause)


def _read_form(verb: "Token") -> str:
    """The tag of a verb's first word ("has said" is VBZ, "would sit" MD)."""
    return next((c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb.tag_)


def cut_aside(words: "list[Token]") -> "list[Token]":
    """The words without a relative clause that a comma sets off at their end: the reporter's own aside."""
    for place, token in enumerate(words):
        if place and words[place - 1].text == "," and token.lower_ in RELATIVE and token.tag_ in ("WDT", "WP"):
            clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
            if clause is not None and list(clause.subtree)[-1].i >= words[-1].i:
                return words[: place - 1]
    return words


def _cut(verb: "Token", words: "list[Token]") -> "list[Token]":
    """The clause up to another reporting clause of the same speaker (", adding that")."""
    words = [t for t in words if t.i > verb.i]
    for place, token in enumerate(words):
        apart = place and words[place - 1].text == "," and token.tag_ == "VBG" and token.dep_ == "advcl"
        if apart and token.lemma_ in read_cues("clause") and any(c.dep_ == "ccomp" for c in token.rights):
            return words[:place]
    return words


def _find_behind_venue(verb: "Token") -> "list[Token]":
    """The clause that the parse hangs on the letter or the interview ("said in a letter that")."""
    nouns = [g for c in verb.rights if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    return [c for noun in nouns for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _has_that(c)]


def _has_that(clause: "Token") -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _is_question(clause: "Token") -> bool:
    return (
        clause.dep_ == "advcl"
        and clause.head.lemma_ in ("ask", "wonder", "question")
        and any(c.dep_ == "mark" and c.lower_ in ASKING for c in clause.children)
    )


def find_infinitive(verb: "Token") -> "list[list[Token]] | None":
    """The infinitive behind a verb of intent, with its noun behind a verb of urging."""
    infinitive = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and _has_to(c)), None)
    if infinitive is None:
        return None
    called = next((g for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("on", "upon") for g in c.children if g.dep_ == "pobj"), None)
    if verb.lemma_ == "call":
        return [[*list_words(called), *list_words(infinitive)]] if called is not None and called.i < infinitive.i else None
    noun = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < infinitive.i), None)
    if noun is not None and verb.lemma_ in read_cues("object_infinitive"):
        return [[*list_words(noun), *list_words(infinitive)]]
    if noun is None and verb.lemma_ in read_cues("infinitive") | read_cues("object_infinitive"):
        return [list_words(infinitive)]
    return None


def _has_to(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def find_object(verb: "Token") -> "list[list[Token]] | None":
    """The noun behind a verb of judging or announcing, with what is said of it."""
    if verb.lemma_ not in read_cues("object") | read_cues("light"):
        return None
    noun = next((c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "xcomp", "oprd")), None)
    if noun is None:
        return None
    more = [c for c in verb.rights if c.i > noun.i and (c.dep_ in COMPLEMENTS or _is_judging(c))]
    if noun.lemma_ in read_cues("nouns") and (inner := _find_inner(verb, noun)) is not None:
        return inner
    if verb.lemma_ not in read_cues("object"):
        return None
    if verb.lemma_ in read_cues("naming") and noun.dep_ != "ccomp" and not more:
        return None
    return [[t for part in (noun, *more) for t in list_words(part)] if more else _cut_described(noun)]


def _cut_described(noun: "Token") -> "list[Token]":
    """A noun's words without what a comma or a dash sets off at their end to describe it; a name that says who is meant stays."""
    words = list_words(noun)
    for child in noun.rights:
        describing = child.dep_ in ("relcl", "acl") or (child.dep_ == "appos" and noun.pos_ == "PROPN")
        last = describing and child.right_edge == words[-1]
        if last and child.left_edge.nbor(-1).text in SETTING_OFF and not any(t.is_quote for t in child.subtree):
            return [t for t in words if t.i < child.left_edge.i - 1]
    return words


def _find_inner(verb: "Token", noun: "Token") -> "list[list[Token]] | None":
    """What a noun of saying has behind it, where a verb only puts it forward ("voiced support for"); nothing where it is another's word."""
    told = next((c for c in noun.rights if is_told(c)), None)
    if told is not None and any(c.dep_ == "poss" for c in noun.lefts):
        return []
    if verb.lemma_ not in read_cues("light"):
        return None
    objects = (g for c in noun.rights if c.dep_ == "prep" for g in c.children if g.dep_ in ("pobj", "pcomp"))
    inner = told or next(objects, None)
    return [list_words(inner)] if inner is not None else None


def _is_judging(preposition: "Token") -> bool:
    """Whether a preposition leads up to what is said of a verb's noun ("accused him of", "compared him to")."""
    held = read_cues("comparing") | read_cues("crediting")
    compared = preposition.head.lemma_ in held and preposition.lower_ in COMPARING
    return preposition.dep_ == "prep" and (preposition.lower_ in JUDGING or compared)


def find_phrase(verb: "Token") -> "list[list[Token]] | None":
    """What a verb's preposition leads up to ("called for", "asked about")."""
    for child in verb.rights:
        if child.dep_ == "prep" and f"{verb.lemma_} {child.lower_}" in read_cues("phrases"):
            if verb.lemma_ == "ask":
                return [list_words(child)]
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            return [list_words(inner)] if inner is not None else None
    return None


def is_told(clause: "Token") -> bool:
    return (clause.dep_ in ("acl", "ccomp", "relcl") and _has_that(clause)) or (clause.dep_ in ("acl", "xcomp") and _has_to(clause))
