"""Whose wording follows whose, where words and times tell."""

from tests.align.sheets import Teller
from tests.weigh.test_origins import share, weigh

from crosswire.weigh import Weighed

SAID = "The shed held three hundred tonnes of nitrate that nobody had declared"
CHANGED = SAID.replace("nitrate", "explosives")


def say(id: str, words: str, published: str | None, **facts: str) -> Teller:
    return Teller(id, published).write(f"{id} hears.").say(words, **facts)


def trace(weighed: Weighed) -> dict[str, str]:
    carriers = [carrier for utterance in weighed.utterances for carrier in utterance.carriers]
    homes = {carrier.quote: carrier.span.article for carrier in carriers}
    assert all(carrier.why for carrier in carriers if carrier.follows)
    return {carrier.span.article: homes[carrier.follows] for carrier in carriers if carrier.follows}


def test_a_shared_passage_and_an_earlier_day_tell() -> None:
    one, other = say("a", SAID, "2031-05-07"), say("b", SAID, "2031-05-06")
    assert trace(weigh(one, other, copies=(share(one.close(), other.close(), SAID),))) == {"a": "b"}
    assert trace(weigh(one, other)) == {}


def test_the_same_altered_words_tell() -> None:
    tellers = [say("a", SAID, None), say("b", SAID, None), say("c", CHANGED, "2031-05-06T10:00"), say("d", CHANGED, "2031-05-06T12:00")]
    shared = share(tellers[2].close(), tellers[3].close(), "hears.", "same text")
    assert trace(weigh(*tellers, copies=(shared,))) == {"d": "c"}


def test_told_to_an_outlet_that_had_it_earlier() -> None:
    one, other = say("a", SAID, "2031-05-06"), say("b", SAID, "2031-05-08", told_to="the A")
    assert trace(weigh(one, other)) == {"b": "a"}


def test_a_day_without_a_time_does_not_order_one_day() -> None:
    one, other = say("a", SAID, "2031-05-06"), say("b", SAID, "2031-05-06T12:00")
    assert trace(weigh(one, other, copies=(share(one.close(), other.close(), SAID),))) == {}


def test_two_that_may_be_the_first_are_none() -> None:
    tellers = [say("a", SAID, "2031-05-06"), say("b", SAID, "2031-05-06"), say("c", SAID, "2031-05-08")]
    sheets = [teller.close() for teller in tellers]
    copies = (share(sheets[0], sheets[2], SAID), share(sheets[1], sheets[2], SAID))
    assert trace(weigh(*tellers, copies=copies)) == {}
