"""Who said what: speakers in their order, each thing said once, each quotation and utterance with one place on the page."""

import re
from collections import Counter
from dataclasses import replace

from tests.records import make_article, make_record

from crosswire.model import Carrier, Name, Quote, Record, Span, Story, Utterance, Wording
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page
from crosswire.report.page.voices import collect_voices, place_quotes

TEXTS = {
    "gull": "“The boats will sail.” “The crews are tired.” “Stay home.”",
    "lamp": "“The boats will not sail.” “The crews are tired.” “It is the wind.” “The pier is shut.”",
    "reel": "“The boats will sail.” “Nobody swims.” “The pier is shut.”",
}


def make_quote(id: str, article: str, words: str, speaker: str | None = None) -> Quote:
    span = find(article, words)
    return Quote(id, article, span, span, None, "direct", speaker, None, None, None, None, None, (), "")


def find(article: str, words: str) -> Span:
    start = TEXTS[article].index(words)
    return Span(article, start, start + len(words), words)


def make_utterance(id: str, speaker: str | None, wording: Wording, *carried: tuple[str, Span]) -> Utterance:
    return Utterance(id, speaker, tuple(Carrier(quote, span, wording) for quote, span in carried), wording, (), "")


def make_names(*names: str) -> tuple[Name, ...]:
    return tuple(Name(f"n{number}", "person", name, (name,), (), (), "") for number, name in enumerate(names))


def make_port(quotes: tuple[Quote, ...], utterances: tuple[Utterance, ...], *names: str) -> Record:
    """A story in three reports in which some names say something."""
    articles = tuple(make_article(id, text) for id, text in TEXTS.items())
    joined = {quote.id: tuple(u.id for u in utterances if any(c.quote == quote.id for c in u.carriers)) for quote in quotes}
    quotes = tuple(replace(quote, utterances=joined[quote.id]) for quote in quotes)
    story = Story("s0", "Port", tuple(TEXTS), None, None, "")
    return Record(articles=articles, stories=(story,), names=make_names(*names), quotes=quotes, utterances=utterances)


def collect(record: Record) -> list[tuple[str | None, list[str], list[str]]]:
    """Each speaker with the utterances and the words that one report alone has."""
    lookup = make_lookup(record)
    voices = collect_voices(record.utterances, [quote for quote in record.quotes if not quote.utterances], lookup)
    return [(voice.name and voice.name.name, [u.id for u in voice.utterances], [one.span.text for one in voice.alone]) for voice in voices]


SAIL = (("q1", find("gull", "The boats will sail.")), ("q2", find("reel", "The boats will sail.")))
TIRED = (("q3", find("gull", "The crews are tired.")), ("q4", find("lamp", "The crews are tired.")))
SHUT = (("q5", find("lamp", "The pier is shut.")), ("q6", find("reel", "The pier is shut.")))
SAIL_ALL = (*SAIL, ("q7", find("lamp", "The boats will not sail.")))


def quotes_of(*carried: tuple[str, Span]) -> tuple[Quote, ...]:
    return tuple(make_quote(id, span.article, span.text) for id, span in carried)


def test_altered_words_stand_first_then_what_most_reports_carry_then_names_and_no_speaker_last() -> None:
    utterances = (
        make_utterance("u1", "n3", "same", *TIRED),
        make_utterance("u2", "n0", "same", *SAIL_ALL),
        make_utterance("u3", "n1", "altered", *SHUT),
        make_utterance("u4", None, "altered", *SHUT),
        make_utterance("u5", "n2", "same", *TIRED),
    )
    said = collect(make_port(quotes_of(*SAIL_ALL, *TIRED, *SHUT), utterances, "Zora", "Yves", "ada", "Bert"))
    assert [name for name, *_ in said] == ["Yves", "Zora", "ada", "Bert", None]


def test_what_a_speaker_says_is_sorted_by_wording_then_by_carriers() -> None:
    utterances = (
        make_utterance("u1", "n0", "same", *TIRED),
        make_utterance("u2", "n0", "same", *SAIL_ALL),
        make_utterance("u3", "n0", "trimmed", *TIRED),
        make_utterance("u4", "n0", "altered", *SHUT),
    )
    said = collect(make_port(quotes_of(*SAIL_ALL, *TIRED, *SHUT), utterances, "Ida"))
    assert said == [("Ida", ["u4", "u3", "u2", "u1"], [])]


def test_words_of_one_report_stand_alone_in_the_order_of_the_reports() -> None:
    wind, home, swims = find("lamp", "It is the wind."), find("gull", "Stay home."), find("reel", "Nobody swims.")
    quotes = (
        make_quote("q1", "reel", swims.text, "n0"),
        make_quote("q2", "lamp", wind.text, "n0"),
        make_quote("q3", "gull", home.text, "n9"),
    )
    record = make_port(quotes, (make_utterance("u1", "n0", "same", ("q2", wind)),), "Ida")
    assert collect(record) == [("Ida", [], ["It is the wind.", "Nobody swims."]), (None, [], ["Stay home."])]
    voice = collect_voices(record.utterances, [quotes[0]], make_lookup(record))[0]
    assert [lone.utterance.id if lone.utterance else None for lone in voice.alone] == ["u1", None]
    assert voice.reports == {"lamp", "reel"}


def test_an_utterance_whose_one_quotation_is_not_in_the_record_is_still_shown() -> None:
    said = collect(make_port((), (make_utterance("u1", None, "same", SAIL[0]),)))
    assert said == [(None, ["u1"], [])]


def test_a_quotation_that_carries_several_utterances_stands_where_its_words_begin() -> None:
    first, second = find("gull", "The boats will sail."), find("gull", "The crews are tired.")
    utterances = (make_utterance("u1", None, "same", ("q1", second), TIRED[1]), make_utterance("u2", None, "same", ("q1", first), SAIL[1]))
    lookup = make_lookup(make_port(quotes_of(("q1", first), SAIL[1], TIRED[1]), utterances))
    assert place_quotes(lookup) == {"q1": ("u2", first), "q2": ("u2", SAIL[1][1]), "q4": ("u1", TIRED[1][1])}


def test_each_quotation_and_utterance_has_one_place_on_the_page() -> None:
    first, second = find("gull", "The boats will sail."), find("gull", "The crews are tired.")
    utterances = (
        make_utterance("u1", "n0", "same", ("q1", second), ("q1", first), TIRED[1]),
        make_utterance("u2", None, "trimmed", ("q1", first), SAIL[1]),
        make_utterance("u3", "n0", "same", SHUT[0]),
    )
    alone = (make_quote("q8", "gull", "Stay home.", "n0"), make_quote("q9", "reel", "Nobody swims."))
    record = make_port((*quotes_of(("q1", first), SAIL[1], TIRED[1], SHUT[0]), *alone), utterances, "Ida")
    page = make_page(make_lookup(record)).decode()
    ids = Counter(re.findall(r'\bid="([qu]\d)"', page))
    assert ids == Counter({"q1": 1, "q2": 1, "q4": 1, "q5": 1, "q8": 1, "q9": 1, "u1": 1, "u2": 1, "u3": 1})


def test_many_words_of_one_report_are_folded_away_but_for_the_first() -> None:
    words = TEXTS["lamp"].split()
    quotes = tuple(make_quote(f"q{number}", "lamp", word.strip("“”")) for number, word in enumerate(dict.fromkeys(words)))
    page = make_page(make_lookup(make_port(quotes, ()))).decode()
    said = page[page.index('class="voices"') :]
    folded = said[said.index("<details") : said.index("</details>")]
    assert f"<summary>{len(quotes) - 5} more</summary>" in folded
    assert len(re.findall(r'id="q\d+"', folded)) == len(quotes) - 5


def test_a_carrier_says_of_whom_to_whom_and_where_and_what_it_goes_on_from() -> None:
    record = make_record()
    first, second, third = record.quotes
    other = replace(record.names[0], id="n0000000002", name="Odo Lund")
    second = replace(second, speaker=other.id, told_to="the port's radio", said_on="2031-05-05", continues=third.id)
    changed = replace(record, names=(*record.names, other), quotes=(first, second, replace(third, speaker=None)))
    page = make_page(make_lookup(changed)).decode()
    said = page[page.index('id="q0000000002"') :].partition("</p>")[0]
    assert "told to <bdi>the port&#39;s radio</bdi>, said in <bdi>harbour</bdi>, said on <bdi>2031-05-05</bdi>" in said
    assert 'here said by <a href="#n0000000002"><bdi>Odo Lund</bdi></a>' in said
    assert '<a href="#q0000000003">goes on from an earlier part</a>' in said
    assert "stands alone" in said
