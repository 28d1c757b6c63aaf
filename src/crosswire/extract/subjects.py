"""Which verbs report, and who their subject is."""

from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"who", "which", "that"})
CLAUSES = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl", "relcl", "parataxis", "dep"})
PHRASES = frozenset({"prep", "dobj", "pobj", "attr", "nmod", "appos"})
SUBJECTLESS = CLAUSES | PHRASES
# Verbs whose passive subject is the one who speaks or is quoted.
QUOTED_AS = frozenset({"quote", "cite", "tell", "ask"})
# A verb without a subject of its own takes that of a verb no higher above it than this.
HIGHEST = 6


def is_speech(token: "Token") -> bool:
    """Whether a token is a verb of reporting."""
    return token.pos_ in ("VERB", "AUX") and token.lemma_ in read_words("extract", "speech_verbs")


def find_subject(verb: "Token", quoted: set[int], depth: int = 0) -> "Token | None":
    """The subject of a verb, the nearest where the parse gives two, inherited from the verb above where it gives none.

    It is never inside the marks.
    """
    subjects = [child for child in verb.children if _is_subject(child, verb, quoted)]
    if not subjects and (quoted_as := _find_quoted_as(verb)) is not None:
        return quoted_as
    if subjects:
        own = min(subjects, key=lambda child: abs(child.i - verb.i))
        agent = _passive_agent(verb) if own.dep_ == "nsubjpass" and verb.lemma_ not in QUOTED_AS else None
        return agent or own
    if (parted := _find_parted_subject(verb, quoted)) is not None:
        return parted
    if depth == 0 and (matrix := _find_matrix(verb, quoted)) is not None:
        return find_subject(matrix, quoted, 1)
    if verb.dep_ == "ROOT" or depth > HIGHEST or verb.dep_ not in SUBJECTLESS:
        return None
    if verb.dep_ == "acl" and verb.head.i not in quoted and verb.head.ent_type_ in ("PERSON", "ORG"):
        return verb.head
    return find_subject(verb.head, quoted, depth + 1)


def _find_quoted_as(verb: "Token") -> "Token | None":
    """Who is quoted "as saying": the object of the quoting verb, its subject in the passive."""
    quoting = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or quoting.lemma_ not in ("quote", "cite"):
        return None
    return next((c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")), None)


def _is_subject(child: "Token", verb: "Token", quoted: set[int]) -> bool:
    return child.dep_ in SUBJECTS and child.i not in quoted and not (verb.dep_ == "relcl" and child.lower_ in ("where", "when"))


def _find_parted_subject(verb: "Token", quoted: set[int]) -> "Token | None":
    """The subject that the parse gives to a participle between commas ("Ruiz, asked about it, said …")."""
    clauses = (c for c in verb.lefts if c.dep_ == "ccomp" and c.tag_ in ("VBD", "VBN") and c.i not in quoted)
    subjects = (s for clause in clauses for s in clause.lefts if _is_subject(s, clause, quoted))
    return next((s for s in subjects if s.nbor(1).text == ","), None)


def _find_matrix(verb: "Token", quoted: set[int]) -> "Token | None":
    """The reporting verb of the main clause, for a verb that the parse may hang on the wrong one.

    A participle set off by a comma ("X said Y would wait, adding that …"), or a finite verb joined to one that is
    not ("X said Y would be opened and described it as …").
    """
    above = [t for t in verb.ancestors if t.i not in quoted and t.i < verb.i and is_speech(t) and t.tag_ in ("VBD", "VBZ", "VBP", "VBN")]
    if verb.tag_ == "VBG":
        apart = verb.dep_ in ("advcl", "xcomp", "acl") and verb.i > 0 and verb.nbor(-1).text == ","
        return above[-1] if above and apart else None
    head = verb.head
    unequal = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") and head.tag_ in ("VB", "VBN") and head.dep_ == "ccomp"
    return head.head if unequal and head.head in above else None


def _passive_agent(verb: "Token") -> "Token | None":
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
