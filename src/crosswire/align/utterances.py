"""One thing said, in every quotation that carries it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.align.likeness import are_one, find_departures
from crosswire.align.sentences import Pair, Sentence, find_pairs, gather_sentences
from crosswire.align.units import Unit
from crosswire.model import Article, Carrier, Partition, Quote, Utterance, Wording, found_ids

# So many content words, all the same, are one thing said even where articles name different speakers.
VERBATIM = 5
Altered = dict[int, set[int]]


@dataclass(frozen=True, slots=True)
class Contrast:
    """All quotes with one wording of an utterance, and all with another that it differs from: their ids."""

    utterance: str
    quotes: tuple[str, ...]
    against: tuple[str, ...]


def merge_utterances(
    quotes: Sequence[Quote], articles: Mapping[str, Article], twins: Mapping[str, str]
) -> tuple[tuple[Utterance, ...], tuple[Contrast, ...]]:
    """The utterances that two or more articles carry, by id, and which of their quotes differ from which.

    Two sentences are one utterance where `are_one` says so and nothing speaks against one speaker: both have the same, or one has
    none, or the words are the same. `twins` gives for each article printed from another's text the one that stands for both: words
    that they alone have are still theirs alone. `odd` is left to the weighing, for it depends on who copied whom.
    """
    sentences = gather_sentences(quotes, articles)
    groups = [[sentences[i] for i in members] for members in _connect(sentences)]
    made = [_make_utterance(group, articles, twins) for group in groups if len(frozenset[str]().union(*(s.articles for s in group))) > 1]
    made.sort(key=lambda pair: pair[0].id)
    return tuple(utterance for utterance, _ in made), tuple(contrast for _, contrasts in made for contrast in contrasts)


def _connect(sentences: Sequence[Sentence]) -> list[list[int]]:
    """Sentences that are one, linked surest first; a link that would bring two speakers together is left out."""
    links = [(i, j) for i, j in find_pairs(sentences) if _may_be_one(sentences[i], sentences[j])]
    links = [(i, j) for i, j in links if are_one(sentences[i].words, sentences[j].words)]
    partition = Partition(range(len(sentences)))
    speakers = {i: {sentence.speaker} - {None} for i, sentence in enumerate(sentences)}
    for i, j in sorted(links, key=lambda link: _rank(sentences, link)):
        one, other = partition.find(i), partition.find(j)
        if _is_verbatim(sentences[i], sentences[j]) or not (speakers[one] and speakers[other]) or speakers[one] & speakers[other]:
            speakers[one] = speakers[one] | speakers[other]
            partition.join(one, other)
    return partition.groups()


def _rank(sentences: Sequence[Sentence], link: Pair) -> tuple[bool, bool, Pair]:
    one, other = (sentences[i] for i in link)
    return one.speaker != other.speaker, one.words != other.words, link


def _may_be_one(one: Sentence, other: Sentence) -> bool:
    return one.speaker == other.speaker or None in (one.speaker, other.speaker) or _is_verbatim(one, other)


def _is_verbatim(one: Sentence, other: Sentence) -> bool:
    wanted = one.words.content_stems
    return len(wanted) >= VERBATIM and wanted == other.words.content_stems


def _make_utterance(
    group: Sequence[Sentence], articles: Mapping[str, Article], twins: Mapping[str, str]
) -> tuple[Utterance, list[Contrast]]:
    units = [unit for sentence in group for unit in sentence.units]
    id_, was = found_ids(
        "utterance", ((articles[unit.quote.article], unit.span, unit.span.start - unit.quote.span.start) for unit in units)
    )
    altered, contrasts = _find_altered(id_, group, twins)
    carriers = [carrier for i in range(len(group)) for carrier in _make_carriers(group, i, altered.get(i, set()), articles)]
    wordings = {carrier.wording for carrier in carriers}
    utterance = Utterance(
        id=id_,
        speaker=_choose_speaker(group),
        carriers=tuple(sorted(carriers, key=lambda carrier: (carrier.span, carrier.quote))),
        wording="altered" if "altered" in wordings else "trimmed" if "trimmed" in wordings else "same",
        odd=(),
        why=_explain(units, wordings),
        was=was,
    )
    return utterance, contrasts


def _choose_speaker(group: Sequence[Sentence]) -> str | None:
    """The speaker whom most articles name; None where two are named as often."""
    named = {(article, sentence.speaker) for sentence in group if sentence.speaker for article in sentence.articles}
    ranked = Counter(speaker for _, speaker in named).most_common()
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _find_altered(utterance: str, group: Sequence[Sentence], twins: Mapping[str, str]) -> tuple[Altered, list[Contrast]]:
    """For each sentence the words that no other text has where others have different ones, and against whom."""
    texts = [frozenset(twins.get(article, article) for article in sentence.articles) for sentence in group]
    users: dict[str, set[str]] = {}
    for sentence, mine in zip(group, texts, strict=True):
        for stem in sentence.words.stems:
            users.setdefault(stem, set()).update(mine)
    altered: Altered = {}
    contrasts = []
    for i, j, places in _compare_all(group, texts):
        own = {place for place in places if users[group[i].words.stems[place]] == texts[i]}
        if own:
            altered.setdefault(i, set()).update(own)
            contrasts.append(Contrast(utterance, _list_quotes(group[i]), _list_quotes(group[j])))
    return altered, contrasts


def _compare_all(group: Sequence[Sentence], texts: Sequence[frozenset[str]]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Each sentence that one text alone has against each that another text has, with where its words depart."""
    for i, one in enumerate(group):
        for j, other in enumerate(group):
            if len(texts[i]) == 1 and texts[j] - texts[i]:
                yield i, j, find_departures(one.words, other.words)


def _list_quotes(sentence: Sentence) -> tuple[str, ...]:
    return tuple(sorted({unit.quote.id for unit in sentence.units}))


def _make_carriers(group: Sequence[Sentence], i: int, altered: set[int], articles: Mapping[str, Article]) -> Iterator[Carrier]:
    wording: Wording = "altered" if altered else "trimmed" if _is_part(group[i], group) else "same"
    for unit in group[i].units:
        article = articles[unit.quote.article]
        yield Carrier(unit.quote.id, unit.span, wording, tuple(article.span(*unit.places[place]) for place in sorted(altered)))


def _is_part(sentence: Sentence, group: Sequence[Sentence]) -> bool:
    """Whether another article has all of its content words and more."""
    mine = set(sentence.words.content_stems)
    return any(mine < set(other.words.content_stems) and other.articles != sentence.articles for other in group)


def _explain(units: Sequence[Unit], wordings: set[Wording]) -> str:
    articles = len({unit.quote.article for unit in units})
    how = {"altered": "with other words inside the marks", "trimmed": "shortened by some", "same": "in the same words"}
    said = next(how[kind] for kind in how if kind in wordings)
    return f"{len(units)} quotations in {articles} articles share most content words in the same order, {said}"
