"""Who is said to have said marked words: the verb or phrase that reports them, and its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.casts import RELATIVE, SUBJECTS
from crosswire.extract.marks import Marked
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# How far a reporting verb may stand from the marks, in tokens.
REACH_AFTER, REACH_BEFORE = 24, 40
# An attribution after words that end in a full stop has no object and is short ("“I know.” She smiled" is none).
SHORT = 7
SUBJECTLESS = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "acl", "dobj", "pobj", "attr", "relcl", "parataxis", "dep", "nmod", "appos"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting words, from first to last token, the subject's head where there is one, and how they were found."""

    first: "Token"
    last: "Token"
    subject: "Token | None"
    how: str

    @property
    def verb(self) -> "Token":
        """The reporting verb, or the last word of a phrase such as "according to"."""
        return self.last


class Surroundings:
    """The words of a paragraph around one marked stretch, other marked words left out."""

    def __init__(self, reading: "Reading", marked: Marked, quoted: set[int]) -> None:
        self.reading, self.marked, self.quoted = reading, marked, quoted
        self.start, self.end = reading.paragraph_at(marked.opened)

    def before(self) -> "list[Token]":
        """Tokens before the marks, back to the end of the sentence or the marks before."""
        found: list[Token] = []
        for token in reversed(self.reading.tokens(self.start, self.marked.opened)[-REACH_BEFORE:]):
            if token.i in self.quoted or (token.text in (".", "!", "?", ";") and found) or token.text in "”»":
                break
            if not (token.text in (".", "!", "?", ";")):
                found.append(token)
            else:
                break
        return found[::-1]

    def after(self) -> "list[Token]":
        """Tokens after the marks, up to the sentence's end or the next marks."""
        found: list[Token] = []
        for token in self.reading.tokens(self.marked.closed, self.end)[:REACH_AFTER]:
            if token.i in self.quoted or token.text in (".", "!", "?", ";", "“", "„", "«"):
                break
            if not found and (token.is_punct or token.text in ",”"):
                continue
            found.append(token)
        return found

    def inside(self) -> "list[Token]":
        """The tokens of the marked words."""
        return self.reading.tokens(self.marked.start, self.marked.end)


def find_attribution(around: Surroundings) -> Attribution | None:
    """The best attribution of marked words; None where the paragraph's grammar gives none.

    Tried in turn: a reporting clause set off after the words ("…,” she said), one that leads up to them (she said: “…),
    the verb that governs them in the parse (she called it “…”), "according to", and any reporting verb of the sentence.
    """
    ways = (_find_after, _find_before, _find_governing, _find_according, _find_loose)
    return next((found for way in ways if (found := way(around)) is not None), None)


def find_subject(verb: "Token", quoted: set[int], depth: int = 0) -> "Token | None":
    """The subject of a verb, inherited from the verb above where it has none of its own; never from inside the marks."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i not in quoted and not (verb.dep_ == "relcl" and child.lower_ in ("where", "when")):
            return _passive_agent(verb) or child if child.dep_ == "nsubjpass" and not _is_quoted_as(verb) else child
    if depth == 0 and (matrix := _matrix_of_participle(verb, quoted)) is not None:
        return find_subject(matrix, quoted, 1)
    if verb.dep_ == "ROOT" or depth > 6 or verb.dep_ not in SUBJECTLESS:
        return None
    head = verb.head
    if verb.dep_ == "acl" and head.i not in quoted and head.ent_type_ in ("PERSON", "ORG"):
        return head
    return find_subject(head, quoted, depth + 1)


def _matrix_of_participle(verb: "Token", quoted: set[int]) -> "Token | None":
    """The reporting verb of the main clause for a participle set off by a comma ("X said Y would wait, adding that …")."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "xcomp", "acl") or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    above = [t for t in verb.ancestors if t.i not in quoted and t.i < verb.i and is_speech(t) and t.tag_ in ("VBD", "VBZ", "VBP", "VBN")]
    return above[-1] if above else None


def _passive_agent(verb: "Token") -> "Token | None":
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _is_quoted_as(verb: "Token") -> bool:
    return verb.lemma_ in ("quote", "cite", "tell", "ask")


def is_speech(token: "Token") -> bool:
    """Whether a token is a verb of reporting."""
    return token.pos_ in ("VERB", "AUX") and token.lemma_ in read_words("extract", "speech_verbs")


def _find_after(around: Surroundings) -> Attribution | None:
    text, marked = around.reading.article.text, around.marked
    last = text[marked.end - 1]
    tokens = around.after()
    gap = text[marked.closed : tokens[0].idx] if tokens else ""
    if not tokens or not (last in ",?!…—–-." or gap.strip()[:1] in (",", "—", "–", "-")):
        return None
    position = next((n for n, t in enumerate(tokens[:14]) if is_speech(t) and t.tag_ != "VBG"), None)
    if position is None or _has_other_clause(tokens[:position]):
        return None
    verb = tokens[position]
    if last in ".!?" and not gap.strip() and not _is_bare(verb, tokens):
        return None
    subject = _adjacent_subject(tokens, position, around.quoted)
    return Attribution(verb, verb, subject, "the reporting clause after the words") if subject is not None else None


def _has_other_clause(tokens: "Sequence[Token]") -> bool:
    """A finite verb or a conjunction before the reporting verb: another clause goes on, it reports nothing of these words."""
    clause = [t for t in tokens if t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.dep_ not in ("relcl", "aux", "auxpass")]
    return bool(clause) or (bool(tokens) and tokens[0].lower_ in ("and", "but", "as", "when", "while", "that", "which", "to", "of", "in", "for", "by", "with"))


def _is_bare(verb: "Token", tokens: "Sequence[Token]") -> bool:
    return len(tokens) <= SHORT and not any(c.dep_ in ("ccomp", "dobj", "xcomp") and c.i > verb.i for c in verb.children)


def _adjacent_subject(tokens: "Sequence[Token]", position: int, quoted: set[int]) -> "Token | None":
    """The subject beside a reporting verb: before it, or behind it where it stands first ("said the mayor")."""
    verb = tokens[position]
    window = {t.i for t in tokens}
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i in window and child.lower_ not in RELATIVE:
            return child
    nominal = [t for t in tokens if t.pos_ in ("PROPN", "PRON", "NOUN") and t.dep_ != "poss"]
    before = [t for t in nominal if t.i < verb.i]
    after = [t for t in nominal if t.i > verb.i]
    if before:
        return _phrase_head(before[0], window)
    return _phrase_head(after[0], window) if after and after[0].i - verb.i <= 4 else find_subject(verb, quoted)


def _phrase_head(token: "Token", window: set[int]) -> "Token":
    while token.dep_ in ("compound", "amod", "nmod", "flat") and token.head.i in window:
        token = token.head
    return token


def _find_before(around: Surroundings) -> Attribution | None:
    """The last reporting verb before the marks, where only its objects stand between and a comma, a colon, "that" or nothing leads up."""
    tokens = around.before()
    verbs = [n for n, token in enumerate(tokens) if is_speech(token)]
    if not tokens or not verbs:
        return None
    verb, rest = tokens[verbs[-1]], tokens[verbs[-1] + 1 :]
    leads = tokens[-1].text in (",", ":") or tokens[-1].lower_ == "that" or tokens[-1] == verb
    if not leads or any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in rest) or (tokens[-1].text != ":" and len(rest) > 12):
        return None
    subject = find_subject(verb, around.quoted)
    return Attribution(verb, verb, subject, "the reporting verb that leads up to the words") if subject is not None else None


def _find_governing(around: Surroundings) -> Attribution | None:
    """The first reporting verb above the marked words in the parse."""
    inside = around.inside()
    indexes = {token.i for token in inside}
    tops = [token for token in inside if token.head.i not in indexes and token.dep_ != "ROOT"]
    for top in sorted(tops, key=lambda t: (len(list(t.ancestors)), t.i)):
        for above in top.ancestors:
            if above.i not in around.quoted and is_speech(above):
                subject = find_subject(above, around.quoted)
                if subject is not None:
                    return Attribution(above, above, subject, "the reporting verb that governs the words")
    return None


def _find_according(around: Surroundings) -> Attribution | None:
    tokens = [*around.before(), *around.after()]
    for first, second in zip(tokens, tokens[1:], strict=False):
        if first.lower_ == "according" and second.lower_ == "to":
            subject = next((c for c in second.children if c.dep_ == "pobj"), None)
            return Attribution(first, second, subject, "“according to”") if subject is not None else None
    return None


def _find_loose(around: Surroundings) -> Attribution | None:
    """Any reporting verb in the sentence, the nearest before the words, else the nearest after; not for a few marked words."""
    if len(around.inside()) <= 3:
        return None
    before = [t for t in around.before() if is_speech(t)]
    after = [t for t in around.after() if is_speech(t)]
    for verb in [*before[::-1], *after]:
        subject = find_subject(verb, around.quoted)
        if subject is not None:
            return Attribution(verb, verb, subject, "a reporting verb of the same sentence")
    return None
