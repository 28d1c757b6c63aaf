"""Whole stories of invented reports: what their incidents come to, and how their figures stand to each other."""

import json
from pathlib import Path
from typing import Any

from tests.reports import check

import crosswire

MILL = {
    "dawn": (
        "2031-03-03",
        """At least 11 dead in fire at Tartu paper mill

TARTU, Estonia - A fire that tore through a paper mill in the Estonian city of Tartu early on Monday killed
at least 11 people and injured 23
others, the mayor's office said.

The blaze broke out on the second floor, where some 70 people were on the night shift, Mayor Liis Orav said.
Five of the dead were women.

Four people were still missing, she told reporters.""",
    ),
    "noon": (
        "2031-03-03",
        """Estonia: eleven killed in blaze at paper mill

Eleven workers died and more than 20 were injured when a fire swept through a paper mill in Tartu on Monday
morning, according to the mayor,
Liis Orav.

About 60 workers were in the building, she said. Four are missing.""",
    ),
    "next": (
        "2031-03-04",
        """Paper mill fire toll rises to 14

The death toll in Monday's fire at a paper mill in Tartu has risen to 14 after three bodies were found in the
rubble, the authorities said on
Tuesday.

Twenty-three people were hurt, six of them seriously, Mayor Liis Orav said. One worker is still missing.""",
    ),
}
PICKETS = {
    "ledger": (
        "2031-05-12",
        """Tram drivers reject 30-day pause as pay talks stall

GDYNIA, Poland - The tram drivers' union on Monday rejected an offer by the city for a 30-day pause of their
strike, saying that no talks were
possible until 40 dismissed drivers were taken back.

"We will not sit down while our friends are on the street," union leader Jan Wolny told reporters outside the depot.

Two drivers were injured on Saturday when a van drove through a picket line at the Obrowka depot, police said.""",
    ),
    "courier": (
        "2031-05-13",
        """Tram strike: union says no to pause

Striking tram drivers in Gdynia have turned down a pause of 30 days put forward last week by the city, their
union said on Monday. Union leader
Jan Wolny said that dismissed drivers must be taken back before any talks begin.

Three people were hurt on Saturday when a vehicle was driven into pickets at the Obrowka depot.""",
    ),
    "herald": (
        "2031-05-13",
        """Mayor to meet tram drivers on Thursday

The mayor, Ewa Lis, will hold talks with the striking tram drivers on Thursday, in an attempt to end a strike
that has entered its third week.
The union has rejected a 30-day pause offered by the city. Union leader Jan Wolny said that dismissed drivers
must first be taken back.

Two drivers were slightly injured when a van hit a picket line on Saturday.""",
    ),
}


def _tell(story: dict[str, tuple[str, str]], folder: Path) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """The incidents that several articles tell, and the findings about them by field."""
    for id_, (published, text) in story.items():
        row = {"id": id_, "outlet": id_.title(), "published": published, "text": text}
        (folder / f"{id_}.json").write_text(json.dumps(row), encoding="utf-8")
    record = check(crosswire.build([folder]))
    incidents = [incident for incident in record["incidents"] if len(incident["accounts"]) > 1]
    about = {incident["id"] for incident in incidents}
    return incidents, {finding["field"]: finding for finding in record["findings"] if finding["about"] in about}


def _sides(finding: dict[str, Any]) -> dict[str, list[str]]:
    return {side["value"]: side["articles"] for side in finding["sides"]}


def test_the_dead_who_were_missing_are_an_update_of_both_figures(tmp_path: Path) -> None:
    (fire,), found = _tell(MILL, tmp_path)
    assert (fire["kind"], len(fire["accounts"])) == ("fire", 3)
    assert (found["killed"]["kind"], found["killed"]["relation"]) == ("differs", "update")
    assert _sides(found["killed"]) == {"11": ["dawn", "noon"], "14": ["next"]}
    assert (found["missing"]["kind"], found["missing"]["relation"]) == ("differs", "update")
    assert _sides(found["missing"]) == {"1": ["next"], "4": ["dawn", "noon"]}
    assert (found["injured"]["relation"], _sides(found["injured"])) == ("compatible", {"21+": ["noon"], "23": ["dawn", "next"]})
    assert "killed: workers" not in found


def test_one_scene_without_a_known_town_is_one_incident(tmp_path: Path) -> None:
    (crash,), found = _tell(PICKETS, tmp_path)
    assert [account["article"] for account in crash["accounts"]] == ["courier", "herald", "ledger"]
    assert (found["injured"]["kind"], found["injured"]["relation"]) == ("differs", "conflict")
    assert _sides(found["injured"]) == {"2": ["herald", "ledger"], "3": ["courier"]}
