"""Who is independent of whom, and for which words."""

from dataclasses import dataclass

import pytest
from tests.align.sheets import Teller, align

from crosswire.model import Finding, Sheet, Span
from crosswire.settings import Outlet
from crosswire.weigh import Weighed, weigh_story
from crosswire.weigh.passages import widen_passages
from crosswire.weigh.press import BUNDLED, Press


@dataclass(frozen=True)
class Copied:
    """Two articles with words in common."""

    articles: tuple[str, str]
    kind: str
    spans: tuple[tuple[Span, Span], ...]
    why: str = "made by hand"


def weigh(*tellers: Teller, copies: tuple[Copied, ...] = ()) -> Weighed:
    same = [copy.articles for copy in copies if copy.kind == "same text"]
    twins = {article: pair[0] for pair in same for article in pair}
    return weigh_story([teller.close() for teller in tellers], align(*tellers, twins=twins), copies)


def find(weighed: Weighed, field: str | None) -> Finding:
    (finding,) = [finding for finding in weighed.findings if finding.field == field]
    return finding


def share(one: Sheet, other: Sheet, words: str, kind: str = "shared passage") -> Copied:
    spans = tuple(sheet.article.span(at := sheet.article.text.index(words), at + len(words)) for sheet in (one, other))
    return Copied((one.article.id, other.article.id), kind, ((spans[0], spans[1]),))


def strike(id: str, killed: str = "35", words: str = "A strike killed 35 people in the town.", **facts: str) -> Teller:
    return Teller(id, **facts).write(f"{id} reports.").tell(words, "Arl", "2031-05-05", killed=killed)


def test_a_shared_passage_is_one_origin_for_its_words_alone() -> None:
    one, other, third = (strike(id).tell(f"In Besk 4 died, {id} says.", "Besk", "2031-05-05", killed="4") for id in "abc")
    copy = share(one.close(), other.close(), "A strike killed 35 people in the town.")
    found = {finding.sides[0].value: finding.independent for finding in weigh(one, other, third, copies=(copy,)).findings}
    assert found == {"35": 2, "4": 3}


def test_a_passage_elsewhere_in_the_articles_covers_nothing() -> None:
    one, other = strike("a").write("The mayor slept."), strike("b").write("The mayor slept.")
    assert find(weigh(one, other, copies=(share(one.close(), other.close(), "The mayor slept."),)), "killed").independent == 2


def test_a_reprint_adds_no_corroboration() -> None:
    one, copy, other = strike("a"), strike("b"), strike("c", "30", "Rescuers counted 30 dead.")
    shared = share(one.close(), copy.close(), "A strike killed 35 people in the town.", "same text")
    finding = find(weigh(one, copy, other, copies=(shared,)), "killed")
    assert (finding.independent, finding.odd) == (2, ())
    assert find(weigh(one, copy, other), "killed").odd == ("c",)


def test_a_reprint_with_a_new_title_restates_the_figure() -> None:
    body = "Rescuers worked all night in the town."
    one, copy = strike("a", words="35 dead in strike").write(body), strike("b", words="Strike kills 35").write(body)
    assert find(weigh(one, copy, copies=(share(one.close(), copy.close(), body, "same text"),)), "killed").independent == 1


def test_a_reprint_that_changes_the_figure_says_it_itself() -> None:
    body = "Rescuers worked all night in the town."
    one, copy = strike("a", words="35 dead in strike").write(body), strike("b", "36", words="Strike kills 36").write(body)
    assert find(weigh(one, copy, copies=(share(one.close(), copy.close(), body, "same text"),)), "killed").independent == 2


def test_quotations_between_the_passages_of_one_text_were_copied_too() -> None:
    one = Teller("a").write("A strike hit the town.").say("We counted 35 dead at the mill").write("The mayor slept on.").close().article
    other = (
        Teller("b")
        .write("b. A strike hit the town.")
        .say("We counted 35 dead at the mill")
        .write("The mayor slept on. More.")
        .close()
        .article
    )
    pairs = [(_span(one, words), _span(other, words)) for words in ("A strike hit the town", "The mayor slept")]
    spans = widen_passages(pairs, one, other)
    covered = {place for span in spans if span.article == "a" for place in range(span.start, span.end)}
    assert set(range(one.text.index("A strike"), len(one.text) - 1)) <= covered
    assert not any(span.article == "b" and (span.start == 0 or "More" in span.text) for span in spans)


def _span(article: object, words: str) -> Span:
    at = article.text.index(words)  # type: ignore[attr-defined]
    return article.span(at, at + len(words))  # type: ignore[attr-defined, no-any-return]


def test_a_quotation_told_to_one_agency_is_one_origin() -> None:
    tellers = [Teller(id).say("We counted 35 dead at the mill", told_to="AFP") for id in "abc"]
    for teller in tellers:
        quote = teller.quotes[0]
        teller.tell(f"{teller.id} has it.", None)
        teller.incidents[0] |= {"start": quote["start"], "words": quote["words"], "town": "Arl", "day": "2031-05-05", "killed": "35"}
    weighed = weigh(*tellers)
    assert [(origin.kind, origin.name, origin.articles) for origin in weighed.origins] == [
        ("same agency", "Agence France-Presse", ("a", "b", "c"))
    ]
    assert find(weighed, "killed").independent == 1


def test_an_agency_credited_for_the_whole_article_stands_behind_all_it_claims() -> None:
    one = Teller("a").write("ARL, Land (AP) — Streets lay empty.").tell("A strike killed 35 people.", "Arl", "2031-05-05", killed="35")
    other = strike("b", words="Officials said 35 people died.", byline="By The Associated Press")
    weighed = weigh(one, other, strike("c"))
    (origin,) = weighed.origins
    assert (origin.name, origin.articles) == ("Associated Press", ("a", "b"))
    assert [span.text for span in origin.evidence if span.article == "b"] == ["Officials said 35 people died."]
    assert find(weighed, "killed").independent == 2


@pytest.mark.parametrize(
    "head", ["Petra (AP) said so", "A picture (AP)", "TT", "By Petra", "He told Petra that it rained", "MAP", "Beta reported a fault"]
)
def test_what_only_looks_like_a_credit_is_none(head: str) -> None:
    tellers = [Teller(id).write(head).tell("A strike killed 35 people.", "Arl", "2031-05-05", killed="35") for id in "ab"]
    for teller in tellers:
        teller.write("x " * 100)
    assert weigh(*tellers).origins == ()


@pytest.mark.parametrize(
    "credit", ["AFP reported that 35 died.", "According to the Petra news agency 35 died.", "Some 35 died, he told Reuters."]
)
def test_a_credited_sentence_rests_on_the_agency(credit: str) -> None:
    weighed = weigh(*(Teller(id).write(f"{id} opens.").tell(credit, "Arl", "2031-05-05", killed="35").write("The end.") for id in "ab"))
    assert {span.text for span in weighed.origins[0].evidence} == {credit}
    assert find(weighed, "killed").independent == 1


@pytest.mark.parametrize(
    "name, agency",
    [
        ("AFP", "Agence France-Presse"),
        ("the Interfax news agency", "Interfax"),
        ("Petra", None),
        ("Petra news agency", "Petra"),
        ("Delta Press agency", "Delta Press"),
        ("Tropique Presse", "Tropique Presse"),
        ("the Federal Emergency Agency", None),
        ("reporters", None),
        (None, None),
    ],
)
def test_which_agency_a_name_means(name: str | None, agency: str | None) -> None:
    assert BUNDLED.find_agency(name) == agency


def test_an_origin_keeps_its_id_when_a_later_article_joins() -> None:
    tellers = [Teller(id, f"2031-05-0{6 + i}").say("We counted 35 dead", told_to="AFP") for i, id in enumerate("abc")]
    assert weigh(*tellers[:2]).origins[0].id == weigh(*tellers).origins[0].id


def count(body: str, *ids: str) -> list[Teller]:
    words = f"{body} said 12 people were killed."
    return [Teller(id).write(f"{id} opens.").tell(words, "Arl", "2031-05-05", killed="12", attributed_to=body) for id in ids]


@pytest.mark.parametrize(
    ("bodies", "independent"),
    [
        (("The health ministry", "the ministry", "the health ministry"), 1),
        (("Arl police", "police", "Police"), 1),
        (("The health ministry", "the defence ministry", "the ministry"), 3),
        (("Officials", "officials", "Officials"), 3),
        (("Residents of Arl", "Residents of Arl", "residents of Arl"), 3),
        (("Mayor Ida Renk", "Ida Renk", "the hospital"), 2),
    ],
)
def test_a_count_that_several_outlets_have_from_one_body_is_one_origin(bodies: tuple[str, ...], independent: int) -> None:
    tellers = [teller for body, id in zip(bodies, "abc", strict=True) for teller in count(body, id)]
    assert find(weigh(*tellers), "killed").independent == independent


def test_another_figure_of_the_same_body_is_another_count() -> None:
    other = Teller("c").tell("The ministry said 15 people were killed.", "Arl", "2031-05-05", killed="15", attributed_to="The ministry")
    finding = find(weigh(*count("The ministry", "a", "b"), other), "killed")
    (origin,) = weigh(*count("The ministry", "a", "b"), other).origins
    assert (origin.kind, origin.name, origin.articles, finding.independent) == ("same statement", "The ministry", ("a", "b"), 2)


def test_a_finding_names_the_origin_of_those_who_count_once() -> None:
    weighed = weigh(*count("The ministry", "a", "b"), strike("c", "12", "Rescuers counted 12 dead."))
    finding = find(weighed, "killed")
    assert finding.origins == (weighed.origins[0].id,)
    assert finding.why.endswith("The A, The B: 2 outlets, one origin (a statement of The ministry).")


def test_what_one_speaker_said_is_one_origin_for_the_figures_in_it_but_not_for_its_wording() -> None:
    tellers = []
    for id in "abc":
        teller = Teller(id)
        teller.say("We counted 35 dead at the old mill", teller.name("Ida Renk")).tell(f"{id} has it.")
        teller.incidents[0] |= {"start": teller.quotes[0]["start"], "words": teller.quotes[0]["words"], "killed": "35"}
        teller.incidents[0] |= {"town": "Arl", "day": "2031-05-05"}
        tellers.append(teller)
    weighed = weigh(*tellers)
    assert [(origin.kind, origin.name) for origin in weighed.origins] == [("same statement", "Ida Renk")]
    assert find(weighed, "killed").independent == 1


def test_a_named_outlet_s_report_is_one_origin_with_the_outlet_s_own_article() -> None:
    own = strike("a", outlet="portpost.example")
    other = Teller("b").write("b opens.").tell("Some 35 died, the Port Post reported.", "Arl", "2031-05-05", killed="35").write("End.")
    third = Teller("c").write("c opens.").tell("According to the Port Post 35 died.", "Arl", "2031-05-05", killed="35").write("End.")
    weighed = weigh(own, other, third, strike("d"))
    assert [(origin.kind, origin.name, origin.articles) for origin in weighed.origins] == [
        ("same agency", "portpost.example", ("a", "b", "c"))
    ]
    assert find(weighed, "killed").independent == 2


def test_two_reports_of_one_outlet_are_one_voice() -> None:
    weighed = weigh(strike("a", outlet="The Gull"), strike("b", outlet="The Gull"), strike("c", outlet="The Lamp"))
    assert [(origin.kind, origin.name, origin.articles) for origin in weighed.origins] == [("same agency", "The Gull", ("a", "b"))]
    assert find(weighed, "killed").independent == 2


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_what_an_outlet_has_from_agencies_is_not_its_own(order: str) -> None:
    bylines = dict(zip(order, ("By The Associated Press", "By Reuters"), strict=True))
    tellers = [strike(id, outlet="The Gull", byline=bylines[id]) for id in "ab"]
    assert weigh(*tellers, strike("c", outlet="The Gull")).origins == ()


def test_an_outlet_that_is_not_known_is_no_source() -> None:
    tellers = [Teller(id).tell("Some 35 died, the Port Post reported.", "Arl", "2031-05-05", killed="35") for id in "ab"]
    assert weigh(*tellers).origins == ()


def test_rights_reserved_at_the_end_credit_the_whole_article() -> None:
    tellers = [strike(id).write("© 2031 The Associated Press. All rights reserved.") for id in "ab"]
    assert [origin.name for origin in weigh(*tellers).origins] == ["Associated Press"]


def test_the_first_is_told_only_where_times_tell_it() -> None:
    words = "A strike killed 35 people in the town."
    for days, first in (
        (("2031-05-06", "2031-05-07"), "a"),
        (("2031-05-06T10:00:00", "2031-05-06T09:00:00"), "b"),
        (("2031-05-06", "2031-05-06"), None),
        (("2031-05-06", None), None),
    ):
        one, other = (strike(id, published=day) for id, day in zip("ab", days, strict=True))
        (origin,) = weigh(one, other, copies=(share(one.close(), other.close(), words),)).origins
        assert origin.first == first


def test_outlets_of_one_group_are_named_in_the_reason() -> None:
    press = Press((Outlet("The Gull", group="Port Media"), Outlet("The Lamp", group="Port Media")))
    tellers = [strike(id, outlet=name, byline="By The Associated Press") for id, name in (("a", "The Gull"), ("b", "The Lamp"))]
    weighed = weigh_story([teller.close() for teller in tellers], align(*tellers), (), press)
    assert weighed.origins[0].why.endswith("The Gull and The Lamp belong to Port Media")


@pytest.mark.parametrize(
    "credit",
    [
        "Some 35 died, according to the local newspaper Die Welle.",
        "Some 35 died, the newspaper Die Welle claimed.",
        "Die Welle newspaper reported that 35 died.",
        "Some 35 died, the mayor told the daily Die Welle.",
    ],
)
def test_what_is_called_a_newspaper_is_an_outlet(credit: str) -> None:
    tellers = [Teller(id).write(f"{id} opens.").tell(credit, "Arl", "2031-05-05", killed="35").write("The end.") for id in "ab"]
    (origin,) = weigh(*tellers).origins
    assert (origin.kind, origin.name) == ("same agency", "Die Welle")


def test_an_agency_before_a_date_signs_the_article() -> None:
    tellers = [Teller(id).write("35 dead in Arl\nReuters, Monday 5 May 2031") for id in "ab"]
    tellers = [teller.tell("A strike killed 35 people.", "Arl", "2031-05-05", killed="35") for teller in tellers]
    assert find(weigh(*tellers), "killed").independent == 1
