"""Two versions of one sentence laid word by word: where their words part, and what kind of change that is."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein, LCSseq

from crosswire.align.units import BRACKET, LEFT_OUT, Unit, Words
from crosswire.align.words import Weight, read_pronouns, weigh_word
from crosswire.model import GRAVE, Change

Block = tuple[int, int, int]
# What changes nothing.
HARMLESS: tuple[Change, ...] = ("name", "spelling")
# A clause that the others leave out is their cut, not this one's addition.
CLAUSE = 4
# At the ends of two versions so many content words each may stand for one another; more are other sentences.
ENDS = 4
# So many words that each has of its own where the other has others are another translation, or the speaker's own other words.
SPREAD = 3
# So is a phrase for a phrase, of more words than these in all.
PHRASE = 4
# So are two places or more with this share of all content words.
APART = 0.4
# Longer words that differ by one letter left out or doubled are one word, printed wrong once.
LONG = 8
# So are "askin" and "asking", in words of more letters than these.
RELAXED = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of one version, from `first` up to `last`, that stand where the other has those from `other_first` up to `other_last`.

    `added`: the other has no content there; `left_out`: this one has none. `change` says what is changed, by its weight.
    """

    first: int
    last: int
    other_first: int
    other_last: int
    change: Change
    added: bool
    left_out: bool


def find_blocks(one: Words, other: Words) -> list[Block]:
    """The words that both have in the same order: position in each, and how many in a row."""
    blocks = LCSseq.opcodes(one.stems, other.stems).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def find_gaps(one: Unit, other: Unit) -> tuple[Gap, ...]:
    """Where the words of two versions part, in order; none where less than half of the shorter one's words are shared.

    Words beyond the point where the other begins or ends were left out by it, not changed; so were words that the other
    marks with dots. Words in square brackets are an outlet's own, and stand openly for the speaker's.
    """
    blocks = _drop_strays(find_blocks(one.words, other.words), one.words, other.words)
    if 2 * sum(size for _, _, size in blocks) < min(len(one.words.stems), len(other.words.stems)):
        return ()
    ends = [(0, 0, 0), *blocks, (len(one.words.stems), len(other.words.stems), 0)]
    found = (_read_gap(one, other, before, after) for before, after in pairwise(ends))
    return tuple(gap for gap in found if gap is not None)


def is_spread(gaps: Sequence[Gap], one: Words, other: Words) -> bool:
    """Whether two versions each have several words of their own, as two translations do."""
    parting = [gap for gap in gaps if gap.change not in HARMLESS]
    sizes = [(len(_list_content(one, gap.first, gap.last)), len(_list_content(other, gap.other_first, gap.other_last))) for gap in parting]
    if sum(min(pair) for pair in sizes) >= SPREAD or any(min(pair) and sum(pair) > PHRASE for pair in sizes):
        return True
    return len(parting) > 1 and sum(map(sum, sizes)) >= APART * (len(one.content_stems) + len(other.content_stems))


def _drop_strays(blocks: Sequence[Block], one: Words, other: Words) -> list[Block]:
    """The blocks without those at either end that hold function words alone, where content stands between them and the rest."""
    kept = list(blocks)
    for end in (0, -1):
        while len(kept) > 1 and _is_stray(kept[end], kept[1 if end == 0 else -2], one, other):
            kept.pop(end)
    return kept


def _is_stray(block: Block, beside: Block, one: Words, other: Words) -> bool:
    """Whether a block of function words is there by chance: one version alone has content between it and the rest, or both have much."""
    if any(one.content[block[0] : block[0] + block[2]]):
        return False
    before, after = sorted((block, beside))
    own = _list_content(one, before[0] + before[2], after[0])
    others = _list_content(other, before[1] + before[2], after[1])
    if all(weigh_word(stem) for stem in (*own, *others)):
        return False
    return not (own and others) or max(len(own), len(others)) > ENDS


def _read_gap(one: Unit, other: Unit, before: Block, after: Block) -> Gap | None:
    """What stands between two blocks; None where it is no difference or lies beyond the other's beginning or end."""
    mine, theirs = (before[0] + before[2], after[0]), (before[1] + before[2], after[1])
    own, others = _list_content(one.words, *mine), _list_content(other.words, *theirs)
    at_end = before[2] == 0 or after[2] == 0
    if mine == (mine[0], mine[0]) and theirs == (theirs[0], theirs[0]):
        return None
    if at_end and _lies_outside(one.words, other.words, mine, theirs):
        return None
    change = _name_change(one, other, mine, theirs)
    if change is None or (not at_end and (LEFT_OUT.search(one.surround(*mine)) or LEFT_OUT.search(other.surround(*theirs)))):
        return None
    return Gap(*mine, *theirs, change, not others, not own)


def _lies_outside(one: Words, other: Words, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether one of two versions begins or ends here, with no words that stand for the other's; or both go their own ways."""
    own, others = _list_content(one, *mine), _list_content(other, *theirs)
    if max(len(own), len(others)) > ENDS and min(len(own), len(others)):
        return True
    return (not own and not _stands_for(one, mine, other, theirs)) or (not others and not _stands_for(other, theirs, one, mine))


def _stands_for(one: Words, mine: tuple[int, int], other: Words, theirs: tuple[int, int]) -> bool:
    """Whether words without content stand for others: there is a pronoun among them, and they are not simply among the others."""
    stems = one.stems[slice(*mine)]
    return any(stem in read_pronouns() for stem in stems) and not set(stems) <= set(other.stems[slice(*theirs)])


def _list_content(words: Words, first: int, last: int) -> list[str]:
    return [words.stems[place] for place in range(first, last) if words.content[place]]


def _name_change(one: Unit, other: Unit, mine: tuple[int, int], theirs: tuple[int, int]) -> Change | None:
    """What kind of change it is that two versions have different words in one place; None where those are as good as the same."""
    own, others = one.words.stems[slice(*mine)], other.words.stems[slice(*theirs)]
    if _are_spellings(one, mine, other, theirs):
        return "spelling"
    if BRACKET.search(one.surround(*mine)) or BRACKET.search(other.surround(*theirs)):
        return "name"
    if _is_name_for_pronoun(one, mine, others) or _is_name_for_pronoun(other, theirs, own):
        return "name"
    content = _list_content(one.words, *mine), _list_content(other.words, *theirs)
    weights = _list_weights(own), _list_weights(others)
    weighed = [kind for kind in GRAVE if _weighs(kind, *weights, one_sided=not all(content))]
    if weighed and (all(content) or all(weigh_word(stem) for stems in content for stem in stems)):
        return weighed[0]
    plain = [{weight.form if (weight := weigh_word(stem)) else stem for stem in stems} for stems in content]
    return "words" if plain[0] != plain[1] else None


def _list_weights(stems: Sequence[str]) -> list[Weight]:
    return [weight for stem in stems if (weight := weigh_word(stem))]


def _weighs(kind: Change, own: Sequence[Weight], others: Sequence[Weight], one_sided: bool) -> bool:
    """Whether one version alone negates, has another number or a modal of other force, or a word that excludes the other's."""
    mine, theirs = ({weight for weight in weights if weight.change == kind} for weights in (own, others))
    if kind == "negation":
        return bool(mine) != bool(theirs)
    if kind == "number":
        return mine != theirs and (one_sided or bool(mine and theirs))
    if kind == "modality":
        forms = [{weight.form for weight in weights} for weights in (mine, theirs)]
        return forms[0] != forms[1] and (bool(mine and theirs) or _binds(mine | theirs))
    return any(one.row == other.row and one.form != other.form for one in mine for other in theirs)


def _binds(weights: Collection[Weight]) -> bool:
    """Whether a modal is more than the mark of a tense, so that it counts where the other version has none."""
    return any("will" not in weight.form.split("/") for weight in weights)


def _are_spellings(one: Unit, mine: tuple[int, int], other: Unit, theirs: tuple[int, int]) -> bool:
    """Whether the same words are written apart or together or cut short, or one long word has a letter left out or doubled."""
    own, others = _list_content(one.words, *mine), _list_content(other.words, *theirs)
    if own and others and "".join(own) == "".join(others):
        return True
    if len(own) != 1 or len(others) != 1:
        return False
    if _is_short_for(one, mine, other, theirs) or _is_short_for(other, theirs, one, mine):
        return True
    shown = [unit.read(i, i).casefold() for unit, place in ((one, mine), (other, theirs)) for i in range(*place) if unit.words.content[i]]
    short, long = sorted(shown, key=len)
    if len(long) != len(short) + 1 or long[0] != short[0] or short[0].isdigit():
        return False
    return (len(long) >= LONG and DamerauLevenshtein.distance(long, short) == 1) or (
        len(long) > RELAXED and f"{short}g".endswith("ing") and long == f"{short}g"
    )


def _is_short_for(one: Unit, mine: tuple[int, int], other: Unit, theirs: tuple[int, int]) -> bool:
    """Whether a word with a full stop behind it begins the other: "Sen." and "Senator"."""
    short, long = one.read(mine[0], mine[1] - 1).casefold(), other.read(theirs[0], theirs[1] - 1).casefold()
    return len(short) > 2 and long.startswith(short) and one.surround(mine[1], mine[1]).startswith(".")


def _is_name_for_pronoun(unit: Unit, place: tuple[int, int], others: Sequence[str]) -> bool:
    """Whether a name, or "the" and what somebody is called by, stands where the other has a pronoun and no content."""
    carrying = [i for i in range(*place) if unit.words.content[i]]
    if not carrying or not all(stem in read_pronouns() or len(stem) < 3 for stem in others):
        return False
    if all(unit.read(i, i)[:1].isupper() for i in carrying):
        return any(stem in read_pronouns() for stem in others)
    called = unit.words.stems[place[0]] == "the" and len(carrying) == 1
    return called and any(stem in read_pronouns(of_people=True) for stem in others)


def list_departures(unit: Unit, gap: Gap) -> Iterator[int]:
    """The positions of the words that make a version another: its content words there, and those whose change weighs."""
    for place in range(gap.first, gap.last):
        weight = weigh_word(unit.words.stems[place])
        if unit.words.content[place] or (weight is not None and weight.change == gap.change):
            yield place
