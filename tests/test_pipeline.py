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


SAWMILL = {
    "cedar": "Two people died when a fire broke out at a sawmill in Rapla on Sunday.\n\nThe heater had been left on, the brigade said.",
    "dogwood": "Fire at Rapla sawmill kills two.\n\nTwo people were killed in a fire at a sawmill in Rapla on Sunday, the brigade said. A "
    "heater had been left on in the hall where timber is dried, and the roof fell in.",
}
COUNCIL = """\
The council of Pärnu put off its vote on the new bridge for the third time and asked for cheaper designs. Members quarrelled for hours over
tolls, lanes for bicycles and the view from the pier.

The mayor wants pylons of oak, the treasurer an arch of steel. An engineer from Riga reckoned that either would outlast the ferry, whose
engine is older than most members.

Talks go on in June, when a committee hears the shipping companies and the anglers. They fear that the channel will silt up once the piers
stand in it, and ask for soundings every spring. A model of the estuary, three metres long, is on show in the library until then, with a box
for remarks beside it that filled within a morning.

The sitting had begun with a minute of silence. Two people were killed in a fire at a sawmill in Rapla on Sunday.
"""


def test_an_incident_told_beside_another_story_is_one_with_it_and_its_copy_adds_nothing(tmp_path: Path) -> None:
    texts = {**SAWMILL, "elm": COUNCIL, "fir": COUNCIL}
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(f"---\npublished: 2031-05-06\noutlet: {name}\n---\n\n{text}\n", encoding="utf-8")
    record = check(crosswire.build(tmp_path))
    assert sorted(story["articles"] for story in record["stories"]) == [["cedar", "dogwood"], ["elm", "fir"]]
    (fire,) = record["incidents"]
    assert [account["article"] for account in fire["accounts"]] == ["cedar", "dogwood", "elm", "fir"]
    (killed,) = (finding for finding in record["findings"] if (finding["about"], finding["field"]) == (fire["id"], "killed"))
    assert (killed["kind"], killed["independent"]) == ("agrees", 3)


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
