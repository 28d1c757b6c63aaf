"""Whose words inside the marks are theirs alone."""

from tests.align.sheets import Teller
from tests.weigh.test_origins import Copied, share, weigh

from crosswire.model import Finding
from crosswire.weigh import Weighed

SAID = "The shed held three hundred tonnes of nitrate that nobody had declared"
CHANGED = SAID.replace("nitrate", "explosives")


def say(id: str, words: str) -> Teller:
    return Teller(id).write(f"{id} hears.").say(words)


def find(weighed: Weighed) -> list[Finding]:
    return [finding for finding in weighed.findings if finding.kind == "altered quotation"]


def test_words_against_two_that_agree_are_odd() -> None:
    weighed = weigh(say("a", SAID), say("b", SAID), say("c", CHANGED))
    (finding,) = find(weighed)
    assert (finding.odd, finding.independent, finding.field) == (("c",), 3, "wording")
    assert [side.articles for side in finding.sides] == [("a", "b"), ("c",)]
    assert "The C alone has “explosives”" in finding.why
    assert len(weighed.utterances[0].odd) == 1


def test_one_against_one_is_not_odd() -> None:
    assert find(weigh(say("a", SAID), say("b", CHANGED))) == []


def test_translations_that_all_differ_are_not_odd() -> None:
    three = [
        SAID.replace("nitrate", word).replace("declared", other)
        for word, other in (("salt", "named"), ("powder", "listed"), ("stuff", "told"))
    ]
    assert find(weigh(*(say("abc"[i], words) for i, words in enumerate(three)))) == []


def test_copies_of_one_another_are_one_voice_against_it() -> None:
    one, copy, other = say("a", SAID), say("b", SAID), say("c", CHANGED)
    shared = share(one.close(), copy.close(), SAID, "same text")
    assert find(weigh(one, copy, other, copies=(shared,))) == []


def test_a_reprint_of_altered_words_is_odd_as_well() -> None:
    tellers = say("a", SAID), say("b", SAID), say("c", CHANGED), say("d", CHANGED)
    shared: Copied = share(tellers[2].close(), tellers[3].close(), CHANGED, "same text")
    assert [finding.odd for finding in find(weigh(*tellers, copies=(shared,)))] == [("c", "d")]


def test_a_shared_agency_does_not_hide_who_altered_its_words() -> None:
    tellers = [Teller(id).say(words, told_to="AFP") for id, words in (("a", SAID), ("b", SAID), ("c", CHANGED))]
    assert [finding.odd for finding in find(weigh(*tellers))] == [("c",)]


def test_shortening_is_not_altering() -> None:
    assert find(weigh(say("a", SAID), say("b", SAID), say("c", "three hundred tonnes of nitrate"))) == []
