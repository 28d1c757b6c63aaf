"""Wordings of one utterance under each other: every word re-reads, and what the record calls altered is what is shown as altered."""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import make_article, make_record

from crosswire.model import Carrier, Span, Utterance, Wording
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page
from crosswire.report.page.wordings import Alignment, Slot, align_wordings, fold_word

FULL = "The boats will not sail before Friday,"
WORDS = st.sampled_from(
    ["boats", "Boats,", "will", "never", "e\u0301té", "—", "3.5", "it’s", "its", "co-op", "“so", "\u202e", "\ud800", "قارب", "&", "..."]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5)


def carry(id: str, text: str, wording: Wording = "same", altered: tuple[str, ...] = ()) -> Carrier:
    """A quotation of an article that has these words and no others."""
    article = make_article(id, f"“{text}” she said.")
    spans = tuple(article.span(article.text.index(words), article.text.index(words) + len(words)) for words in altered)
    return Carrier(f"q{id}", article.span(1, 1 + len(text)), wording, spans)


def say(*carriers: Carrier) -> Utterance:
    """An utterance of these carriers."""
    return Utterance("u1", None, carriers, min((carrier.wording for carrier in carriers), key=("altered", "trimmed", "same").index), (), "")


def draw(alignment: Alignment) -> list[str]:
    """Each wording as text: altered words in angles, other ones in brackets, a gap as an underscore, a bar between slots."""
    return ["|".join(draw_slot(slot) for slot in wording.slots) for wording in alignment.wordings]


def draw_slot(slot: Slot) -> str:
    forms = {"same": "{}", "altered": "<{}>", "other": "({})", "gap": "_"}
    drawn = (" " * segment.spaced + forms[segment.role].format(segment.span.text) for segment in slot.segments)
    return "".join(drawn).strip()


def test_words_that_are_the_same_but_for_marks_and_capitals_are_one_wording() -> None:
    alignment = align_wordings(
        say(carry("a", "the boats — will sail"), carry("b", "The boats will sail,"), carry("c", "The boats will sail,"))
    )
    assert draw(alignment) == ["The boats will sail,"]
    assert [carrier.quote for carrier in alignment.wordings[0].carriers] == ["qb", "qc", "qa"]
    assert alignment.wordings[0].span.article == "b"
    assert alignment.fit is None


def test_the_fullest_common_wording_stands_first_then_the_altered() -> None:
    lines = draw(
        align_wordings(
            say(
                carry("a", "sail before Friday", "trimmed"),
                carry("b", "The ferries will not sail before Friday", "altered", ("ferries",)),
                carry("c", FULL),
                carry("d", FULL),
            )
        )
    )
    assert lines == ["The|boats|will not|sail before Friday,", "The|<ferries>|will not|sail before Friday", "_|sail before Friday"]


@pytest.mark.parametrize(
    ("other", "drawn"),
    [
        ("The boats will sail before Friday,", "The boats will|_|sail before Friday,"),
        ("The boats may not sail before Friday,", "The boats|(may)|not sail before Friday,"),
        ("They will not sail before Friday,", "(They)|will not sail before Friday,"),
        ("The boats will not sail,", "The boats will not sail,|_"),
    ],
)
def test_words_dropped_and_words_changed_are_told_apart(other: str, drawn: str) -> None:
    assert draw(align_wordings(say(carry("a", FULL), carry("b", FULL), carry("c", other))))[1] == drawn


def test_what_one_report_adds_is_a_gap_in_all_others() -> None:
    alignment = align_wordings(say(carry("a", "The boats will sail"), carry("b", "The boats will never sail", "altered", ("never",))))
    assert draw(alignment) == ["The boats will|_|sail", "The boats will|<never>|sail"]
    assert alignment.columns == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5", "35"),
        ("-5", "5"),
        ("$5", "5"),
        ("10%", "10"),
        ("we’re", "were"),
        ("6:15", "615"),
        ("1,5", "15"),
        ("किताब", "कतब"),
        ("½", "12"),
    ],
)
def test_words_that_only_look_alike_are_not_the_same(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("“Yes,”", "yes"), ("1,000", "1000"), ("don’t", "don't"), ("U.S.", "US"), ("Straße", "STRASSE"), ("sail…", "sail")]
)
def test_words_that_differ_in_marks_alone_are_the_same(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


def test_the_records_altered_words_are_marked_and_no_others_even_within_a_word() -> None:
    one = carry("a", "a harbour-wide stop of old, slow boats", "altered", ("harbour", "old", "slow"))
    assert draw(align_wordings(say(one))) == ["a <harbour>-wide stop of <old, slow> boats"]


def test_the_same_words_of_which_the_record_calls_different_ones_altered_are_two_wordings() -> None:
    alignment = align_wordings(
        say(carry("a", "co-operation", "altered", ("co", "operation")), carry("b", "co operation", "altered", ("co",)))
    )
    assert draw(alignment) == ["<co-operation>", "<co> operation"]


def test_columns_are_laid_only_where_a_line_can_hold_them() -> None:
    assert align_wordings(say(carry("a", FULL), carry("b", FULL[4:]))).fit == 40
    assert align_wordings(say(carry("a", FULL), carry("b", f"{FULL[:-1]} noon,"))).fit == 50
    assert align_wordings(say(carry("a", FULL * 5), carry("b", FULL[4:]))).fit is None
    many = " ".join(f"w{number} x" for number in range(20))
    assert align_wordings(say(carry("a", many), carry("b", many.replace("x", "y")))).fit is None


def test_words_without_letters_and_utterances_without_carriers_are_no_trouble() -> None:
    assert align_wordings(Utterance("u1", None, (), "same", (), "")) == Alignment((), 0, None)
    assert draw(align_wordings(say(carry("a", "—"), carry("b", "so")))) == ["—", "(so)"]
    assert draw(align_wordings(say(carry("a", "“ … so — it  goes ”")))) == ["“ … so — it  goes ”"]


def test_the_same_carrier_twice_is_one() -> None:
    assert len(align_wordings(say(carry("a", FULL), carry("a", FULL))).wordings[0].carriers) == 1


@given(TEXTS, st.data())
def test_every_word_re_reads_and_the_altered_ones_are_the_records(texts: list[str], data: st.DataObject) -> None:
    utterance = say(*(carry_some_altered(f"a{number}", text, data) for number, text in enumerate(texts)))
    alignment = align_wordings(utterance)
    quotes = [carrier.quote for wording in alignment.wordings for carrier in wording.carriers]
    assert sorted(quotes) == sorted(carrier.quote for carrier in utterance.carriers)
    for wording in alignment.wordings:
        assert sum(slot.columns for slot in wording.slots) == alignment.columns
        segments = [segment for slot in wording.slots for segment in slot.segments]
        for segment in segments:
            offset = wording.span.start
            assert wording.span.text[segment.span.start - offset : segment.span.end - offset] == segment.span.text
            assert (segment.role == "gap") == (segment.span.text == "")
        assert squeeze(segment.span.text for segment in segments) == squeeze([wording.span.text])
        shown = [segment.span for segment in segments if segment.role == "altered"]
        assert list_letters(shown) == list_letters(wording.carriers[0].altered)


def carry_some_altered(id: str, text: str, data: st.DataObject) -> Carrier:
    article = make_article(id, f"She: {text}.")
    words = [(5 + match.start(), 5 + match.end()) for match in re.finditer(r"[^\W_]+", text)]
    chosen = data.draw(st.lists(st.sampled_from(words), unique=True, max_size=3)) if words else []
    altered = tuple(article.span(*place) for place in sorted(chosen))
    return Carrier(f"q{id}", article.span(5, 5 + len(text)), "altered" if altered else "same", altered)


def squeeze(texts: Iterable[str]) -> str:
    return "".join("".join(text.split()) for text in texts)


def list_letters(spans: Iterable[Span]) -> set[int]:
    """The offsets of the letters and digits in some words."""
    return {span.start + place for span in spans for place, char in enumerate(span.text) if char.isalnum()}


def test_the_marks_are_seen_and_heard() -> None:
    page = make_page(make_lookup(make_record())).decode()
    said = page[page.index('id="u0000000001"') :]
    assert '<em class="altered">never</em>' in said
    assert said.index('<span class="gap"></span>') < said.index('<em class="altered">')
    assert '<p class="hidden">The boats will (fewer words here) sail again,</p>' in said
    assert '<p class="hidden">The boats will (only here: never) sail again,</p>' in said


def test_where_the_words_are_not_laid_in_columns_the_marks_stand_within_them() -> None:
    record = make_record()
    long = " and".join([" so it goes"] * 20)
    articles = tuple(replace(one, text=one.text.replace("again,", f"again{long},")) for one in record.articles)
    carriers = tuple(
        replace(carrier, span=article.span(carrier.span.start, carrier.span.end + len(long)))
        for carrier, article in zip(record.utterances[0].carriers, articles, strict=False)
    )
    long_one = replace(record.utterances[0], carriers=carriers)
    page = make_page(make_lookup(replace(record, articles=articles, utterances=(long_one, *record.utterances[1:])))).decode()
    said = page[page.index('id="u0000000001"') :]
    never = '<em class="altered"><span class="hidden">(only here: </span>never<span class="hidden">)</span></em>'
    assert f"The boats will {never} sail again so it goes" in said
    assert "aria-hidden" not in said[: said.index("</ol>")]
