"""The rules for incidents across articles, checked on invented tellings of invented towns."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.align.sheets import Teller

from crosswire.align import Alignment, align_story
from crosswire.model import Finding, Sheet
from crosswire.weigh import weigh_story
from crosswire.weigh.stories import Weighed

EXAMPLES = settings(max_examples=150)
FIGURES = st.sampled_from([None, "3", "3+", "12", "12+", "35", "≤40"])
TOWNS = st.sampled_from(["Arl", "Besk", "Nearby", "Land", None])
DAYS = st.sampled_from(["2031-05-04", "2031-05-05", "2031-05-20", None])


@st.composite
def write_sheets(draw: st.DrawFn, least: int = 2, most: int = 6) -> list[Sheet]:
    """Some articles of one story, each with one or two tellings."""
    sheets = []
    for id_ in "abcdef"[: draw(st.integers(least, most))]:
        teller = Teller(id_, draw(st.sampled_from(["2031-05-06", "2031-05-21", None])))
        for _ in range(draw(st.integers(1, 2))):
            facts = {"killed": draw(FIGURES), "injured": draw(FIGURES), "kind": draw(st.sampled_from(["strike", "attack", "fire"]))}
            words = f"In {id_} they say {facts['killed'] or 'some'} died and {facts['injured'] or 'some'} were hurt."
            teller.tell(words.replace("+", "").replace("≤", ""), draw(TOWNS), draw(DAYS), **facts)
        sheets.append(teller.close())
    return sheets


def tell(sheets: list[Sheet]) -> tuple[Alignment, Weighed]:
    aligned = align_story(sheets, {sheet.article.id: sheet.article.day for sheet in sheets if sheet.article.day}, {})
    return aligned, weigh_story(sheets, aligned, [])


@EXAMPLES
@given(write_sheets())
def test_no_account_is_lost_and_none_stands_twice(sheets: list[Sheet]) -> None:
    aligned, _ = tell(sheets)
    accounts = sorted((a.article, a.evidence) for incident in aligned.incidents for a in incident.accounts)
    assert accounts == sorted((sheet.article.id, mention.evidence) for sheet in sheets for mention in sheet.incidents)
    assert all(len({a.article for a in incident.accounts}) == len(incident.accounts) for incident in aligned.incidents)


@EXAMPLES
@given(write_sheets())
def test_one_finding_a_thing_and_field_about_its_own_accounts(sheets: list[Sheet]) -> None:
    _, weighed = tell(sheets)
    keys = [(finding.about, finding.field, finding.kind == "disputed") for finding in weighed.findings]
    assert len(keys) == len(set(keys))
    accounts = {incident.id: {account.article for account in incident.accounts} for incident in weighed.incidents}
    texts = {sheet.article.id: sheet.article.text for sheet in sheets}
    for finding in weighed.findings:
        assert all(set(side.articles) <= accounts[finding.about or ""] for side in finding.sides)
        assert all(texts[e.article][e.start : e.end] == e.text for side in finding.sides for e in side.evidence)
        assert (finding.relation is not None) == (finding.kind == "differs")
        assert finding.why.endswith(".")


@EXAMPLES
@given(write_sheets(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(sheets: list[Sheet], random: Random) -> None:
    mixed = random.sample(sheets, len(sheets))
    assert tell(sheets) == tell(mixed)


@EXAMPLES
@given(write_sheets())
def test_an_article_that_comes_later_takes_no_id_away(sheets: list[Sheet]) -> None:
    late = Teller("late", "2031-06-30").tell("A strike killed 35 people.", "Arl", "2031-05-05", killed="35").close()
    before, after = tell(sheets)[0].incidents, tell([*sheets, late])[0].incidents
    assert {incident.id for incident in before} <= {id_ for incident in after for id_ in (incident.id, *incident.was)}


@EXAMPLES
@given(st.integers(1, 3), st.integers(0, 2), st.sampled_from(["AFP", "Reuters", "Interfax"]))
def test_one_agency_is_one_origin_however_often_it_is_printed(printed: int, others: int, agency: str) -> None:
    tellers = [Teller(f"p{i}", byline=agency) for i in range(printed)] + [Teller(f"o{i}") for i in range(others)]
    sheets = [t.tell(f"{t.id} says that 35 people died.", "Arl", "2031-05-05", killed="35").close() for t in tellers]
    found = {finding.field: finding for finding in tell(sheets)[1].findings}
    told = found["killed"] if printed + others > 1 else found[None]
    assert told.independent == 1 + others


@EXAMPLES
@given(st.integers(0, 3), st.sampled_from([None, "2031-05-05"]))
def test_another_figure_in_one_report_changes_only_that_incidents_figures(changed: int, elsewhere: str | None) -> None:
    before, after = (_tell_two(None, elsewhere), _tell_two(changed, elsewhere))
    (arl, besk), (arl_after, besk_after) = (sorted(w.incidents, key=lambda i: i.place.name if i.place else "") for w in (before, after))
    assert (arl.id, replace(besk, was=())) == (arl_after.id, replace(besk_after, was=()))
    assert [a.article for a in arl.accounts] == [a.article for a in arl_after.accounts]
    assert _about(before, besk.id) == _about(after, besk.id)
    (killed,) = [finding for finding in _about(after, arl.id) if finding.field == "killed"]
    assert {side.value: side.articles for side in killed.sides}["3"] == (f"r{changed}",)
    assert (killed.kind, killed.odd) == ("differs", (f"r{changed}",))


def _tell_two(changed: int | None, elsewhere: str | None) -> Weighed:
    """Five reports of a strike in one town and another in a second, one of them first; one of the others says 3 where all say 35."""
    tellers = []
    for i in range(5):
        killed, published = "3" if i == changed else "35", "2031-05-06" if i < 4 else "2031-05-05"
        first = Teller(f"r{i}", published).tell(f"r{i} says that 35 died in Besk.", "Besk", elsewhere, killed="35")
        tellers.append(first.tell(f"r{i} says that {killed} people died in Arl.", "Arl", "2031-05-05", killed=killed))
    return tell([teller.close() for teller in tellers])[1]


def _about(weighed: Weighed, incident: str) -> list[Finding]:
    return [replace(finding, id="") for finding in weighed.findings if finding.about == incident]
