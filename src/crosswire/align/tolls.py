"""How the figures of two tellings stand to each other."""

from dataclasses import dataclass

from crosswire.align.words import cut_words
from crosswire.model import Figure, IncidentMention, is_counted, is_far, meet

# From this many people on, one and the same figure tells incidents of one story apart; from this many on, of one region.
TELLING, GREAT = 3, 10
SEVERAL = 2
# Sentences with so much of the shorter one's content in common tell one thing, however far their figures lie apart.
ALIKE = 0.75
# From this share of the larger one on, two numbers of so many people or more may well count the same ones.
NEARLY, MANY = 0.75, 7
# So many times as many are no account of one incident.
BEYOND = 50


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many figures of killed and injured clash (share no number, or hardly), fit, and are the same number, of those that both tell.

    `far` counts those clashing ones of which one is not half of the other, told in words that are not much alike; `near` those large ones
    that differ by a quarter at most (17 and 21).
    """

    clash: int
    far: int
    near: int
    fit: int
    same: int


def compare_figures(one: IncidentMention, other: IncidentMention) -> Likeness:
    """How the figures of killed and injured of two tellings stand to each other.

    People told of singly ("his wife") fit none but the same ones, and fewer people named clash with no count: they may be some of those
    that the other counts.
    """
    pairs = [(a, b) for a, b in ((one.killed, other.killed), (one.injured, other.injured)) if a is not None and b is not None]
    pairs = [(a, b) for a, b in pairs if not (_names_some(one, a, b) or _names_some(other, b, a))]
    clash = sum(not are_close(a, b) for a, b in pairs)
    speaking = [(a, b) for a, b in pairs if are_close(a, b) and _are_of_one_sort(a, b)]
    far = sum(is_far(a, b) for a, b in pairs) if clash and not _tell_alike(one, other) else 0
    near = sum(are_near(a, b) for a, b in pairs)
    return Likeness(clash, far, near, len(speaking), sum(_state(a) == _state(b) for a, b in speaking))


def _names_some(mention: IncidentMention, named: Figure, counted: Figure) -> bool:
    """Whether a figure only counts people whom its telling names, fewer than the other counts."""
    by_name = not is_counted(named.span.text) and any(victim.span.touches(named.span) for victim in mention.victims)
    return by_name and is_counted(counted.span.text) and max(_state(named)) < max(_state(counted))


def is_beyond(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether one counts fifty times as many as the other or more: the dead of a war, not of a day."""
    told = (sorted((max(1, *_state(a)), max(1, *_state(b)))) for a, b in _list_counted(one, other))
    return any(high >= BEYOND * low for low, high in told)


def is_tenfold(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether one counts ten times as many as the other or more, of ten people or more."""
    told = (sorted((max(1, *_state(a)), max(1, *_state(b)))) for a, b in _list_counted(one, other))
    return any(high >= GREAT * low for low, high in told)


def share_large_figure(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether both state the same number of killed or injured, of three people or more."""
    return any(_state(a) == _state(b) and min(_state(a)) >= TELLING for a, b in _list_counted(one, other))


def state_same(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether both state the same numbers of killed and injured, of several people, wherever both tell them; or one tells none."""
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    both = [(_state(a), _state(b)) for a, b in pairs if a is not None and b is not None]
    silent = any(mention.killed is None and mention.injured is None for mention in (one, other))
    return silent or (bool(both) and all(a == b and min(a) >= SEVERAL for a, b in both))


def share_toll(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether both state the same two figures of which one is of three people or more, or the same one of ten or more; nothing clashes."""
    same = [_state(a) for a, b in _list_counted(one, other) if (a.low, a.high) == (b.low, b.high)]
    least = TELLING if len(same) > 1 else GREAT
    return any(min(figure) >= least for figure in same) and compare_figures(one, other).clash == 0


def is_raised(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether one of two tellings gives a running total of killed that is no lower than the other's figure."""
    if one.killed is None or other.killed is None:
        return False
    low, high = sorted((one, other), key=lambda mention: (mention.killed.low or 0) if mention.killed else 0)
    return high.updated and not low.updated


def _list_counted(one: IncidentMention, other: IncidentMention) -> list[tuple[Figure, Figure]]:
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    return [(a, b) for a, b in pairs if a is not None and b is not None and is_counted(a.span.text) and is_counted(b.span.text)]


def are_close(one: Figure, other: Figure) -> bool:
    """Whether one number fits both, and neither is stated as less than half of the other from three people on."""
    return meet(one, other) and not is_far(one, other)


def are_near(one: Figure, other: Figure) -> bool:
    """Whether two numbers clash and are nearly the same, and large enough not to be so by chance."""
    low, high = sorted((max(_state(one)), max(_state(other))))
    return not meet(one, other) and high >= MANY and low >= NEARLY * high


def _tell_alike(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether the words that tell the figures have most of the content of the shorter ones in common."""
    mine, theirs = _list_content(one), _list_content(other)
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))


def _list_content(mention: IncidentMention) -> frozenset[str]:
    """The stems of the words of content beside killed or injured."""
    figures = [figure.span for figure in (mention.killed, mention.injured) if figure is not None]
    told = [span.text for span in mention.evidence if any(span.touches(figure) for figure in figures)]
    return frozenset(word.stem for text in told for word in cut_words(text, 0, len(text)) if word.content and not word.stem.isdigit())


def _are_of_one_sort(one: Figure, other: Figure) -> bool:
    """Whether both count, or tell of the same people by the same words."""
    if is_counted(one.span.text) or is_counted(other.span.text):
        return is_counted(one.span.text) and is_counted(other.span.text)
    return bool(set(one.span.text.casefold().split()) & set(other.span.text.casefold().split()))


def _state(figure: Figure) -> tuple[int, int]:
    """The numbers as stated: "at least 15" states 15."""
    low, high = figure.low, figure.high
    return (low if low is not None else high or 0, high if high is not None else low or 0)
