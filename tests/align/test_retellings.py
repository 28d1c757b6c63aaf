"""An article's tellings become one where several reports each tell both as one, and nothing tells them apart."""

import pytest
from tests.align.sheets import Teller, align

DAY = "2031-05-05"


def tell_twice(second: str | None = "35", **facts: object) -> Teller:
    article = Teller("z").tell("A fire killed 35 people.", "Arl", DAY, killed="35", kind="fire")
    words = f"The blaze killed {second} people." if second else "The blaze lit up the sky."
    return article.tell(words, facts.pop("town", "Arl"), facts.pop("day", DAY), killed=second, **{"kind": "fire"} | facts)  # type: ignore[arg-type]


def count(article: Teller, witnesses: int = 2, kind: str = "fire") -> int:
    """How many incidents the article and so many others tell."""
    others = [Teller(id_).tell(f"In {id_} 35 died.", "Arl", DAY, killed="35", kind=kind) for id_ in "abc"[:witnesses]]
    return len(align(article, *others).incidents)


def test_two_witnesses_make_two_tellings_one() -> None:
    assert [count(tell_twice(), witnesses) for witnesses in (1, 2, 3)] == [2, 1, 1]


def test_a_telling_without_a_figure_goes_with_one_that_has_it() -> None:
    assert count(tell_twice(None)) == 1


@pytest.mark.parametrize("facts", [{"town": "Besk"}, {"day": "2031-05-04"}])
def test_another_town_or_day_stays_another_incident(facts: dict[str, str]) -> None:
    assert count(tell_twice(None, **facts)) == 2


def test_of_a_war_s_strikes_two_stay_two() -> None:
    article = Teller("z").tell("A strike killed 35 people.", "Arl", DAY, killed="35").tell("The strike killed 35.", "Arl", DAY, killed="35")
    assert count(article, kind="strike") == 2


def test_other_figures_stay_another_incident() -> None:
    assert count(tell_twice("34")) == 2


def test_the_account_holds_the_words_of_both() -> None:
    article = tell_twice(None).close()
    others = [Teller(id_).tell(f"In {id_} 35 died.", "Arl", DAY, killed="35", kind="fire") for id_ in "ab"]
    (incident,) = align(tell_twice(None), *others).incidents
    account = next(account for account in incident.accounts if account.article == "z")
    assert account.evidence == tuple(mention.evidence[0] for mention in article.incidents)
    assert account.killed is not None and account.killed.low == 35


def test_the_id_of_a_telling_that_became_another_is_kept() -> None:
    others = [Teller(id_).tell(f"In {id_} 35 died.", "Arl", DAY, killed="35", kind="fire") for id_ in "ab"]
    before = align(tell_twice(None), others[0]).incidents
    (incident,) = align(tell_twice(None), *others).incidents
    assert len(before) == 2 and {told.id for told in before} <= {incident.id, *incident.was}
