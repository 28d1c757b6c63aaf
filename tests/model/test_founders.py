"""Ids come from the mention published first, and stay."""

from hypothesis import given
from hypothesis import strategies as st
from tests.records import make_article

from crosswire.model import Article, Partition, found_ids, found_story, number_alike, number_editions, order_articles


def dated(id: str, published: str | None, origin: str = "metadata") -> Article:
    return make_article(id, f"Words of {id}.", published=published, published_from=origin)


def test_earlier_before_later_whatever_the_clock() -> None:
    days = "2031-05-06", "2031-05-06T01:00:00+02:00", "2031-05-05T23:30:00-01:00", "2031-05-07T00:00:00Z"
    ordered = sorted((dated(str(i), day) for i, day in enumerate(days)), key=order_articles)
    assert [article.id for article in ordered] == ["1", "0", "2", "3"]


def test_undated_before_dated_and_a_day_from_the_story_is_none() -> None:
    articles = dated("a", "2031-05-06"), dated("b", None), dated("c", "2031-05-01", "story")
    assert [article.id for article in sorted(articles, key=order_articles)][2] == "a"


def test_the_last_day_there_is() -> None:
    assert order_articles(dated("a", "9999-12-31T23:59:59-05:00"))[0].startswith("9999")


def test_ids_of_what_merged_are_listed() -> None:
    one, other = dated("a", "2031-05-06"), dated("b", "2031-05-07")
    mentions = [(other, other.span(0, 5), 0), (one, one.span(0, 5), 0), (one, one.span(6, 8), 0)]
    id_, was = found_ids("name", mentions)
    assert id_ == found_ids("name", mentions[1:2])[0]
    assert set(was) == {found_ids("name", [mention])[0] for mention in (mentions[0], mentions[2])}


def test_one_mention_founds_as_many_as_it_has_parts() -> None:
    article = dated("a", "2031-05-06")
    assert number_alike([article.span(0, 5), article.span(0, 5), article.span(6, 8)]) == [0, 1, 0]
    assert len({found_ids("incident", [(article, article.span(0, 5), part)])[0] for part in (0, 1)}) == 2


def test_articles_of_one_text_found_things_of_their_own() -> None:
    first, second = (make_article(id, "The same words.", published=day) for id, day in (("z", "2031-05-06"), ("a", "2031-05-07")))
    numbered = {article.id: article for article in number_editions([second, first])}
    assert (numbered["z"].edition, numbered["a"].edition) == (0, 1)
    assert found_story([numbered["z"]]) != found_story([numbered["a"]])
    assert found_story(numbered.values())[0] == found_story([first])[0]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_a_partition_holds_what_was_joined(pairs: list[tuple[int, int]]) -> None:
    partition = Partition(range(10))
    for one, other in pairs:
        partition.join(one, other)
    groups = partition.groups()
    assert sorted(thing for group in groups for thing in group) == list(range(10))
    assert all(any({one, other} <= set(group) for group in groups) for one, other in pairs)
    assert len(groups) >= 10 - len(pairs)
