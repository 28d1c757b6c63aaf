"""A town that a story knows is that of a report whose parse missed its name, if its own words name it and no other."""

from tests.align.sheets import Teller, align

from crosswire.model import Account

DAY = "2031-05-05"
KNOWN = Teller("a").tell("A strike killed 35 people.", "Besk", DAY, killed="35")


def tell(words: str, *more: Teller) -> Account:
    """The account of an article that tells this and names no place."""
    incidents = align(KNOWN, *more, Teller("z").tell(words, None, DAY, killed="35")).incidents
    return next(account for incident in incidents for account in incident.accounts if account.article == "z")


def test_a_name_in_its_words_is_lent_with_the_words_it_rests_on() -> None:
    account = tell("In Besk 35 people died.")
    assert account.where is not None and account.where.name == "Besk"
    assert account.place is not None and account.place.text == "Besk"


def test_what_an_article_leads_with_may_have_the_name_in_its_opening() -> None:
    article = Teller("z").write("Besk mourns.").tell("A strike killed 35 people.", None, DAY, killed="35")
    (incident,) = align(KNOWN, article).incidents
    assert [account.where.name for account in incident.accounts if account.where is not None] == ["Besk", "Besk"]


def test_two_names_or_part_of_another_word_are_not() -> None:
    other = Teller("b").tell("A strike killed 7 people.", "Corm", DAY, killed="7")
    assert tell("In Besk and Corm 35 people died.", other).where is None
    assert tell("In Beskov 35 people died.").where is None
