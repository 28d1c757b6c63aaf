"""Articles of one event come together, others stay apart, and nothing depends on order or company."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.group import group_stories
from crosswire.group.features import find_features
from crosswire.group.openings import read_openings
from crosswire.group.similarities import Similarities, prepare_similarities
from crosswire.model import LocalName, Sheet, found_story

WriteSheet = Callable[..., Sheet]

GERMAN = (
    "Fähre mit 80 Menschen läuft vor Varnholm auf Grund. Eine Fähre mit achtzig Menschen an Bord ist in der Nacht zum Freitag vor der "
    "Insel Varnholm auf Grund gelaufen. Elf Passagiere wurden nach Angaben der Küstenwache verletzt."
)
RUSSIAN = (
    "Паром с 80 пассажирами сел на мель у Варнхольма. Паром, на борту которого было восемьдесят человек, в четверг вечером сел на мель у "
    "острова Варнхольм, одиннадцать пассажиров пострадали, сообщила береговая охрана."
)
CHINESE = (
    "反对党赢得马兰议会选举。初步结果显示，反对党绿色联盟在周日的马兰议会选举中以百分之四十一的得票率获胜。"
    "党领袖安娜·科斯泰拉承诺在几周内组建新政府。"
)

# A collision, told twice, its follow-up two days later, and the next collision elsewhere.
TRAINS = {
    "first": "Two trains collide near Brenwick, killing four. Two passenger trains collided near Brenwick on Wednesday, killing four "
    "people, the Aldmark Railways said. A signal at Tarn Junction had failed, driver Odo Felsing told police.",
    "same": "Four dead in Brenwick train collision. Four people died when two trains of Aldmark Railways collided at Tarn Junction near "
    "Brenwick on Wednesday. Police questioned one of the drivers, Odo Felsing.",
    "after": "Brenwick crash: driver says signal had failed. Odo Felsing, who drove one of the trains that collided near Brenwick, told "
    "investigators on Friday that the signal at Tarn Junction was dark. Aldmark Railways has replaced it.",
    "next": "Six killed in train crash at Ullsund. An express of the Norrow Line ran into a freight train at Keld Bridge outside Ullsund "
    "on Thursday evening, killing six passengers. The line's director, Pia Lomax, promised an inquiry into why the express did not stop.",
}
PUBLISHED = {"first": "2030-05-01", "same": "2030-05-01", "after": "2030-05-03", "next": "2030-05-09"}

# Reads texts from its input and prints their stories, in a process of its own.
PROGRAM = """
import hashlib, json, sys
from crosswire.group import group_stories
from crosswire.model import Article, Sheet
def make(i, text):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Sheet(Article(str(i), str(i), None, None, None, 'en', None, None, text, sha256), ())
print(group_stories([make(i, text) for i, text in enumerate(json.load(sys.stdin))]))
"""


def list_articles(sheets: list[Sheet]) -> list[tuple[str, ...]]:
    return [group.articles for group in group_stories(sheets)]


def compare_all(sheets: list[Sheet]) -> Similarities:
    return prepare_similarities(sheets, [find_features(sheet) for sheet in sheets], read_openings(sheets))


def test_events_are_told_apart(three_events: list[Sheet]) -> None:
    assert list_articles(three_events) == [("ferry-0", "ferry-1", "ferry-2"), ("library-0",), ("vote-0", "vote-1")]


@given(order=st.permutations(range(6)))
def test_order_changes_nothing(three_events: list[Sheet], order: list[int]) -> None:
    assert group_stories([three_events[i] for i in order]) == group_stories(three_events)


def test_features_found_before_change_nothing(three_events: list[Sheet]) -> None:
    turned = three_events[::-1]
    assert group_stories(turned, [find_features(sheet) for sheet in turned]) == group_stories(three_events)


def test_company_changes_no_similarity(three_events: list[Sheet]) -> None:
    pair = np.array([0, 1])
    alone = compare_all(three_events[:2]).compare(pair, pair)
    together = compare_all(three_events).compare(pair, pair)
    assert np.array_equal(alone, together)


def test_other_languages_join_the_story(three_events: list[Sheet], write_sheet: WriteSheet) -> None:
    foreign = [
        write_sheet("ferry-de", GERMAN, language="de"),
        write_sheet("ferry-ru", RUSSIAN, language="ru"),
        write_sheet("vote-zh", CHINESE, language="zh-Hans"),
    ]
    groups = list_articles([*three_events, *foreign])
    assert ("ferry-0", "ferry-1", "ferry-2", "ferry-de", "ferry-ru") in groups
    assert ("vote-0", "vote-1", "vote-zh") in groups


def test_days_far_apart_argue_against(write_sheet: WriteSheet, three_events: list[Sheet]) -> None:
    first, second = (sheet.article.text for sheet in three_events[:2])
    near = compare_all([write_sheet("a", first, published="2030-05-01"), write_sheet("b", second, published="2030-05-02T08:00:00+02:00")])
    far = compare_all([write_sheet("a", first, published="2030-05-01"), write_sheet("b", second, published="2032-01-09")])
    unknown = compare_all([write_sheet("a", first, published="2030-05-01"), write_sheet("b", second)])
    pair = np.array([0, 1])
    assert far.compare(pair)[0, 1] < unknown.compare(pair)[0, 1] < near.compare(pair)[0, 1]


def test_furniture_ties_nobody(write_sheet: WriteSheet) -> None:
    widget = "Subscribe to the Quillfeather newsletter and win a zeppelin ride with Barnabas Thistlewood this weekend."
    texts = {"a": "The harbour of Ostrel froze over on Friday.", "b": "Astronomers found a comet with two tails."}
    sheets = [write_sheet(name, f"{widget}\n{text}", furniture=(widget,)) for name, text in texts.items()]
    assert compare_all(sheets).compare(np.array([0, 1]))[0, 1] == 0
    assert list_articles(sheets) == [("a",), ("b",)]


def test_every_article_has_one_story_whatever_it_is(write_sheet: WriteSheet) -> None:
    odd = [
        write_sheet("empty", ""),
        write_sheet("word", "Fire"),
        write_sheet("marks", "!?…\n\n"),
        write_sheet("number", "42"),
        write_sheet("thai", "ไฟไหม้ตลาด"),
    ]
    groups = list_articles(odd)
    assert sorted(article for group in groups for article in group) == ["empty", "marks", "number", "thai", "word"]
    assert group_stories([]) == []


def test_a_reprint_is_one_story(write_sheet: WriteSheet, three_events: list[Sheet]) -> None:
    text = three_events[5].article.text
    assert list_articles([write_sheet("a", text), write_sheet("b", text)]) == [("a", "b")]


def test_why_names_what_is_shared(write_sheet: WriteSheet, three_events: list[Sheet]) -> None:
    ferry = group_stories(three_events)[0]
    assert "Varnholm" in ferry.why and "mean similarity is 0." in ferry.why
    named = [
        replace(
            sheet,
            article=replace(sheet.article, published=f"2030-05-0{i + 1}"),
            names=(LocalName("person", "Ilse Brandt", ("Brandt",), (), ()),),
        )
        for i, sheet in enumerate(three_events[:3])
    ]
    why = group_stories(named)[0].why
    assert "share the name Ilse Brandt" in why and "published within 2 days" in why


def test_a_loner_says_how_near_the_nearest_comes(three_events: list[Sheet], write_sheet: WriteSheet) -> None:
    near = write_sheet("near", "The coast guard of Varnholm has a new boat. It will moor beside the herring market.", language="en")
    loner = next(group for group in group_stories([*three_events[:1], near]) if group.articles == ("near",))
    assert loner.why.startswith("Stands alone: the most similar article, ferry-0, reaches 0.")
    library = group_stories(three_events)[1]
    assert library.why == "Stands alone: no other article is like it; a story needs a mean similarity of 0.26."


def test_title_is_words_of_the_articles(three_events: list[Sheet], write_sheet: WriteSheet) -> None:
    for group in group_stories(three_events):
        texts = [sheet.article.text for sheet in three_events if sheet.article.id in group.articles]
        assert any(group.title.rstrip("…") in text for text in texts)
    titled = write_sheet("x", "Body text that says a little more than that.", title="A title\nof two lines")
    assert group_stories([titled])[0].title == "A title of two lines"


def test_a_follow_up_belongs_and_the_next_accident_does_not(write_sheet: WriteSheet) -> None:
    sheets = [write_sheet(id_, text, published=PUBLISHED[id_], language="en") for id_, text in TRAINS.items()]
    assert list_articles(sheets) == [("after", "first", "same"), ("next",)]


@settings(max_examples=8)
@given(order=st.permutations(range(6)))
def test_one_by_one_ends_where_one_run_ends_and_ids_survive(three_events: list[Sheet], order: list[int]) -> None:
    known: set[str] = set()
    for count in range(1, len(order) + 1):
        sheets = {sheet.article.id: sheet for sheet in (three_events[i] for i in order[:count])}
        groups = group_stories(list(sheets.values()))
        told = [found_story(sheets[id_].article for id_ in group.articles) for group in groups]
        alive = {name for id_, was in told for name in (id_, *was)}
        assert known <= alive
        assert len({id_ for id_, _ in told}) == len(told)
        known = {id_ for id_, _ in told}
    assert groups == group_stories(three_events)


def test_a_story_that_splits_leaves_its_id_with_its_first_article(three_events: list[Sheet]) -> None:
    dated = [replace(s.article, published=f"2030-05-0{i + 1}") for i, s in enumerate(three_events[:3])]
    whole, was = found_story(dated)
    assert found_story(dated[:1])[0] == whole
    assert found_story(dated[1:])[0] in was


@pytest.mark.parametrize("seed", ["0", "1"])
def test_hash_seed_changes_nothing(seed: str, three_events: list[Sheet]) -> None:
    texts = [sheet.article.text for sheet in three_events]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"},
    )
    again = [replace(sheet, article=replace(sheet.article, id=str(i))) for i, sheet in enumerate(three_events)]
    assert run.stdout.strip() == str(group_stories(again))
