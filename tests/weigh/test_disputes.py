"""Claims about one incident that cannot both hold."""

from dataclasses import replace

from tests.align.sheets import Teller

from crosswire.align import align_story
from crosswire.model import Finding, Sheet, Stance
from crosswire.weigh import weigh_story

STRIKE = "A strike killed 35 people in Arl."


def hold(id: str, *claims: tuple[str, str, str], **facts: object) -> Sheet:
    """A report of the strike and the claims it carries, each a kind, who holds it, and whom or what it names."""
    teller = Teller(id).tell(STRIKE, "Arl", "2031-05-05", killed="35", **facts)
    for kind, holder, named in claims:
        teller.write(f"{holder} {kind} {named}.")
    sheet, end, stances = teller.close(), len(STRIKE), []
    for kind, holder, named in claims:
        sentence = f"{holder} {kind} {named}."
        at = sheet.article.text.index(sentence, end)
        spans = [
            sheet.article.span(at + sentence.index(words), at + sentence.index(words) + len(words)) for words in (sentence, holder, named)
        ]
        stances.append(Stance(kind, *spans))  # type: ignore[arg-type]
        end = at + len(sentence)
    return replace(sheet, stances=tuple(stances))


def dispute(*sheets: Sheet) -> list[Finding]:
    days = {sheet.article.id: sheet.article.day for sheet in sheets if sheet.article.day}
    return [f for f in weigh_story(sheets, align_story(sheets, days, {}), []).findings if f.kind == "disputed"]


def test_a_claim_and_a_denial_of_one_actor() -> None:
    (found,) = dispute(
        hold("a", ("blames", "Officials of Land", "the Corm Front")), hold("b", ("denies", "The Corm Front", "The Corm Front"))
    )
    assert (found.field, found.relation, found.odd, found.independent) == ("actor", None, (), 2)
    assert {side.value: side.articles for side in found.sides} == {"the Corm Front": ("a",), "not the Corm Front": ("b",)}
    assert "Neither is preferred." in found.why


def test_two_who_are_blamed_by_two() -> None:
    blames = ("blames", "Arl Council", "the Corm Front"), ("blames", "Besk Police", "the Dorn Army")
    (found,) = dispute(hold("a", blames[0]), hold("b", blames[1]))
    assert sorted(side.value for side in found.sides) == ["the Corm Front", "the Dorn Army"]


def test_who_is_not_named_disputes_with_nobody() -> None:
    assert dispute(hold("a", ("blames", "Arl Council", "militants")), hold("b", ("claims", "The Corm Front", "The Corm Front"))) == []
    assert dispute(hold("a", ("blames", "Arl Council", "the Dorn Army")), hold("b", ("denies", "The Corm Front", "The Corm Front"))) == []


def test_civilians_or_a_military_target_as_two_sides_say() -> None:
    civilian, military = ("civilian target", "Arl Council", "a school"), ("military target", "The Dorn Army", "a meeting of officers")
    (found,) = dispute(hold("a", civilian), hold("b", military))
    assert (found.field, [(side.value, [span.text for span in side.evidence]) for side in found.sides]) == (
        "target",
        [("civilian", ["a school"]), ("military", ["a meeting of officers"])],
    )


def test_one_source_is_no_dispute_with_itself() -> None:
    both = ("civilian target", "Arl Council", "a school"), ("military target", "the Council", "a meeting of officers")
    assert dispute(hold("a", *both)) == []
    assert dispute(hold("a", both[0], ("military target", "officials", "a meeting of officers"))) == []


def test_a_claim_far_from_any_incident_is_about_none() -> None:
    far = hold("a", ("blames", "Arl Council", "the Corm Front"))
    text = far.article.text.replace(STRIKE, f"{STRIKE} {'It rained all day. ' * 30}")
    moved = len(text) - len(far.article.text)
    article = replace(far.article, text=text)
    stance = far.stances[0]
    spans = [article.span(span.start + moved, span.end + moved) for span in (stance.span, stance.holder, stance.named)]
    away = replace(far, article=article, stances=(Stance("blames", *spans),))
    denial = hold("b", ("denies", "The Corm Front", "The Corm Front"))
    assert len(dispute(far, denial)) == 1
    assert dispute(away, denial) == []


def test_no_dispute_over_an_accident() -> None:
    sides = ("blames", "Arl Council", "the Corm Front"), ("denies", "The Corm Front", "The Corm Front")
    assert dispute(hold("a", *sides, kind="transport accident")) == []
