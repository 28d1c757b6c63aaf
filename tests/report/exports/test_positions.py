"""Proposals, conditions and meetings as tables."""

import csv
import io
from dataclasses import replace

from tests.records import make_positions_record

from crosswire.report.exports import export_part


def read_rows(part: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_part(make_positions_record(), part, "csv").decode("utf-8"))))


def test_a_proposal_has_a_row_an_account() -> None:
    gull, lamp = read_rows("proposals")
    assert (gull["proposal"], gull["by_name"], gull["to"], gull["status"]) == ("p0000000001", "Ida Renk", "the port council", "proposed")
    assert (gull["duration_low"], gull["duration_high"], gull["duration_unit"], gull["timing"]) == ("30", "", "day", "definite")
    assert gull["declared_from"] == gull["declaration"] == ""
    assert lamp["words"] == "She offered the port council a stop of the ferries." and lamp["offsets"].startswith("lamp:")


def test_conditions_and_meetings_too() -> None:
    assert [row["article"] for row in read_rows("conditions")] == ["gull", "lamp"]
    assert [(row["place"], row["date_from"], row["parties"]) for row in read_rows("meetings")] == [
        ("Port Ambling", "2031-05-09", "Ida Renk; the port council")
    ] * 2


def test_a_breach_has_its_claimant_and_denier() -> None:
    record = make_positions_record()
    proposal = record.proposals[0]
    gull, lamp = proposal.accounts
    words = gull.evidence[0]
    told = replace(gull, status="said to be broken", claimed_by=words, denied_by=words)
    broken = replace(record, proposals=(replace(proposal, status="said to be broken", accounts=(told, lamp)),))
    first, second = csv.DictReader(io.StringIO(export_part(broken, "proposals", "csv").decode("utf-8")))
    assert (first["stated_status"], first["claimed_by"], first["denied_by"]) == ("said to be broken", words.text, words.text)
    assert second["claimed_by"] == ""
