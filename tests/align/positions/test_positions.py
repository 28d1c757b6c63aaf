"""Which tellings of several articles are one proposal, condition or meeting."""

from datetime import date

from tests.readings import load_tools, make_report

from crosswire.align import Alignment, align_story
from crosswire.annotate import annotate_article
from crosswire.extract import extract_sheet
from crosswire.model import Sheet


def align(*texts: str) -> Alignment:
    """The texts as a story's articles a, b, c, all published on 16 May 2024."""
    sheets = [read_sheet(text, "abc"[i]) for i, text in enumerate(texts)]
    return align_story(sheets, {sheet.article.id: date(2024, 5, 16) for sheet in sheets}, {})


def read_sheet(text: str, id_: str) -> Sheet:
    return extract_sheet(annotate_article(make_report(text, id_), (), *load_tools()))


def list_tellers(aligned: Alignment) -> list[str]:
    return sorted("".join(account.article for account in proposal.accounts) for proposal in aligned.proposals)


def test_an_equal_length_alone_joins_nothing() -> None:
    one = "President Ana Ruiz proposed a 30-day truce."
    assert list_tellers(align(one, "General Omar Haddad proposed a 30-day truce.")) == ["a", "b"]
    assert list_tellers(align(one, "A 30-day truce was proposed by Ana Ruiz, the president.")) == ["ab"]
    assert list_tellers(align(one, "President Ana Ruiz proposed a 60-day truce.")) == ["a", "b"]


def test_what_is_of_everything_is_not_what_is_of_one_thing() -> None:
    one, other = "Ana Ruiz proposed a halt to attacks on ports.", "Ana Ruiz called for an unconditional ceasefire."
    assert list_tellers(align(one, other)) == ["a", "b"]


def test_each_account_keeps_its_own_terms() -> None:
    (proposal,) = align("Ana Ruiz proposed a 30-day halt to attacks on ports.", "Ana Ruiz offered to stop attacks on ports.").proposals
    assert [account.duration is not None for account in proposal.accounts] == [True, False]
    assert proposal.why.startswith("The accounts are of one act") and proposal.id.startswith("p")


def test_meetings_join_by_place_and_day() -> None:
    one = "Negotiators from Kenya and Ghana will meet in Geneva on Friday."
    assert len(align(one, "Talks between Kenya and Ghana are due in Geneva on Friday.").meetings) == 1
    assert len(align(one, "Talks between Kenya and Ghana are due in Vienna on Friday.").meetings) == 2


def test_conditions_join_by_side_and_what_is_asked() -> None:
    one = "Any talks would require the council to repeal the ferry decree, Ana Ruiz said."
    other = "The council must repeal the ferry decree before any talks, Ana Ruiz said."
    assert [len(condition.accounts) for condition in align(one, other).conditions] == [2]
