"""The stages wired together: what each run reports, and what it hands on."""

from dataclasses import replace
from pathlib import Path

from tests.reports import Report, build, check

import crosswire
from crosswire import pipeline
from crosswire.group import Copy

STAGES = ("read", "clean", "annotate", "extract", "group", "align", "weigh")
REPORTS = (Report("amber"), Report("birch", styles=(1, 1, 1)))
FIRE = "A fire at a sawmill in Tartu killed two people on Sunday. The cause was a heater, the fire brigade wrote in its report."


def test_every_stage_reports_from_first_to_last(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    crosswire.build([report.write(tmp_path) for report in REPORTS], progress=lambda *step: seen.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == list(STAGES)
    for name in STAGES:
        assert max(done for stage, done, _ in seen if stage == name) == max(of for stage, _, of in seen if stage == name)


def test_a_story_has_its_days_and_the_ids_it_would_have_had(tmp_path: Path) -> None:
    reports = [REPORTS[0], REPORTS[1].with_(published="2031-05-07")]
    (story,) = build(reports, tmp_path / "both")["stories"]
    (alone,) = build(reports[1:], tmp_path / "one")["stories"]
    assert (story["articles"], story["from"], story["to"]) == (["amber", "birch"], "2031-05-06", "2031-05-07")
    assert story["was"] == [alone["id"]]


def test_events_apart_are_aligned_apart(tmp_path: Path) -> None:
    (tmp_path / "cedar.txt").write_text(FIRE, encoding="utf-8")
    record = check(crosswire.build([*(report.write(tmp_path) for report in REPORTS), tmp_path / "cedar.txt"]))
    assert sorted(story["articles"] for story in record["stories"]) == [["amber", "birch"], ["cedar"]]
    homes = {article: story["id"] for story in record["stories"] for article in story["articles"]}
    assert len(record["incidents"]) > 1
    for incident in record["incidents"]:
        assert len({homes[account["article"]] for account in incident["accounts"]}) == 1


def test_an_undated_report_is_dated_by_its_story(tmp_path: Path) -> None:
    paths = [report.write(tmp_path) for report in REPORTS]
    (tmp_path / "zinc.txt").write_text(Report("zinc", styles=(2, 2, 1)).text.replace("Monday", "Monday, May 5, 2031"), encoding="utf-8")
    record = crosswire.build([*paths, tmp_path / "zinc.txt"])
    zinc = next(article for article in record.articles if article.id == "zinc")
    assert (zinc.published, zinc.published_from) == ("2031-05-06", "story")


def test_articles_of_one_text_stand_for_one_another() -> None:
    copy = Copy(("a", "b"), "same text", (), 1.0, "")
    copies = [copy, replace(copy, articles=("b", "c")), replace(copy, articles=("c", "d"), kind="shared passage")]
    twins = pipeline.find_twins(copies)
    assert set(twins) == {"a", "b", "c"}
    assert len(set(twins.values())) == 1
