"""One thing said, in every quotation that carries it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crosswire.align.clusters import connect_sentences
from crosswire.align.sentences import Sentence, gather_sentences
from crosswire.align.units import Unit
from crosswire.align.wordings import Contrast, Versions
from crosswire.model import Article, Carrier, Quote, Utterance, Wording, found_ids


def merge_utterances(
    quotes: Sequence[Quote], articles: Mapping[str, Article], twins: Mapping[str, str]
) -> tuple[tuple[Utterance, ...], tuple[Contrast, ...]]:
    """The utterances that two or more articles carry, by id, and which of their quotes differ from which.

    `twins` gives for each article printed from another's text the one that stands for both: words that they alone have are still
    theirs alone. `odd` and `follows` are left to the weighing, for they depend on who copied whom.
    """
    sentences = gather_sentences(quotes, articles)
    groups = [[sentences[i] for i in members] for members in connect_sentences(sentences)]
    made = [_make_utterance(group, articles, twins) for group in groups if len(frozenset[str]().union(*(s.articles for s in group))) > 1]
    made.sort(key=lambda pair: pair[0].id)
    return tuple(utterance for utterance, _ in made), tuple(contrast for _, contrasts in made for contrast in contrasts)


def _make_utterance(
    group: Sequence[Sentence], articles: Mapping[str, Article], twins: Mapping[str, str]
) -> tuple[Utterance, list[Contrast]]:
    units = [unit for sentence in group for unit in sentence.units]
    id_, was = found_ids(
        "utterance", ((articles[unit.quote.article], unit.span, unit.span.start - unit.quote.span.start) for unit in units)
    )
    versions = Versions(group, articles, twins)
    contrasts = versions.compare(id_)
    carriers = [carrier for i in range(len(group)) for carrier in _make_carriers(group, i, versions, articles)]
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


def _make_carriers(group: Sequence[Sentence], i: int, versions: Versions, articles: Mapping[str, Article]) -> Iterator[Carrier]:
    altered = sorted(versions.readings[i].altered)
    wording: Wording = "altered" if altered else "trimmed" if versions.is_part(i) else "same"
    for unit in group[i].units:
        article = articles[unit.quote.article]
        places = dict.fromkeys(unit.places[place] for place in altered)
        differences = versions.list_differences(i, unit, articles)
        yield Carrier(unit.quote.id, unit.span, wording, tuple(article.span(*place) for place in places), differences)


def _explain(units: Sequence[Unit], wordings: set[Wording]) -> str:
    articles = len({unit.quote.article for unit in units})
    how = {"altered": "with other words inside the marks", "trimmed": "shortened by some", "same": "in the same words"}
    said = next(how[kind] for kind in how if kind in wordings)
    return f"{len(units)} quotations in {articles} articles share most content words in the same order, {said}"
