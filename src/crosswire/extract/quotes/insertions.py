"""Reporting clauses set off in the sentence they report ("it rained, she said, all day"), and what stands around them."""

from typing import TYPE_CHECKING

from crosswire.extract.quotes.complements import list_words
from crosswire.extract.quotes.cues import read_cues
from crosswire.extract.subjects import RELATIVE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

CLOSING = frozenset({"”", '"', "’", "'", "''", "»", "“"})
SETTING_OFF = frozenset({",", ".", ";", "—", "–", "--", "-", "?", "!", "…", "...", ")"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
VERBAL = FINITE | {"MD"}
ADJUNCT = frozenset({"advmod", "prep", "advcl", "npadvmod", "mark", "cc", "intj", "dep"})
# "You know" attributes nothing to anybody.
NOBODY = frozenset({"you", "it", "one"})
# A reporting clause set off in a sentence is no longer than this, in tokens.
LONGEST = 30


def find_set_off(verb: "Token") -> "list[list[Token]] | None":
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
    bare = not any(t.pos_ in ("VERB", "AUX") for t in left)
    if next((t.tag_ for t in right if not t.is_punct), None) == "VBG" or not any(
        t.tag_ in VERBAL or (bare and t.tag_ == "VBN") for t in right
    ):
        # "so it was, she said, blaming the rain": the reporter goes on.
        right = []
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
    if start <= verb.sent.start or not _sets_off(verb.doc[start - 1]) or end - start > LONGEST:
        return None
    crowded = any(
        start < c.i < end and (c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "dobj" and verb.lemma_ not in read_cues("telling")))
        for c in verb.children
    )
    return None if crowded else (start, end)


def _sets_off(token: "Token") -> bool:
    """Whether a mark parts clauses, at the end of marked words too; a hyphen inside a word does not."""
    if token.text in CLOSING and token.i > 0 and token.nbor(-1).text in (",", "?", "!"):
        return True
    return token.text in SETTING_OFF and (token.text != "-" or token.doc[token.i - 1].whitespace_ != "")


def find_as_told(verb: "Token") -> "list[list[Token]] | None":
    """The clause beside "as he put it"."""
    as_told = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    if verb.lemma_ not in read_cues("clause") or not as_told or not any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    if any(c.dep_ in ("ccomp", "dobj", "xcomp") for c in verb.children):
        return None
    own = list_words(verb)
    return take_out(own, [t for t in list_words(verb.head) if t not in own])


def take_out(own: "list[Token]", words: "list[Token]") -> "list[list[Token]]":
    """The words before and after the reporting clause `own`, whose part around its verb alone is left out."""
    start, end = own[0].i, own[-1].i
    told = [t for t in words if not t.is_space]
    inside = [t for t in told if start < t.i < end]
    if inside:
        # The reporting clause lies on both sides: what stands nearest to its verb is it.
        start = max([start, *(t.i + 1 for t in inside)])
    return [[t for t in told if t.i < start], [t for t in told if t.i > end]]
