"""The rules that hold everywhere, checked on stories written from templates."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import CLOSINGS, FURNITURE, MIDDLES, OPENINGS, TOWNS, Report, build, check, index, walk_spans

import crosswire
from crosswire.report.jsons import dump_record

FIGURES = ("killed", "injured", "missing", "detained", "displaced")
EXAMPLES = settings(max_examples=25)


@st.composite
def write_reports(draw: st.DrawFn, least: int = 2, most: int = 4) -> list[Report]:
    """Some reports of one strike, with figures, styles and furniture of their own."""
    town, other = draw(st.permutations(TOWNS))[:2]
    ids = ["amber", "birch", "cedar", "delta"][: draw(st.integers(least, most))]
    style = st.tuples(*(st.integers(0, len(kind) - 1) for kind in (OPENINGS, MIDDLES, CLOSINGS)))
    return [
        Report(
            id=id,
            published=f"2031-05-{draw(st.integers(6, 8)):02}",
            town=town,
            other=other,
            killed=draw(st.sampled_from([34, 35, 37])),
            injured=draw(st.sampled_from([60, 61])),
            styles=draw(style),
            furniture=draw(st.sampled_from(["", *FURNITURE])),
        )
        for id in ids
    ]


def build_all(*stories: list[Report], **options: Any) -> list[dict[str, Any]]:
    """The record of each list of reports."""
    with TemporaryDirectory() as folder:
        return [build(reports, Path(folder) / str(i), **options) for i, reports in enumerate(stories)]


@EXAMPLES
@given(write_reports())
def test_every_span_reads_as_its_words(reports: list[Report]) -> None:
    (record,) = build_all(reports)
    texts = {article["id"]: article["text"] for article in record["articles"]}
    spans = walk_spans({key: value for key, value in record.items() if key != "articles"})
    assert len(spans) > 10
    assert [span for span in spans if texts[span["article"]][span["start"] : span["end"]] != span["text"]] == []


@EXAMPLES
@given(write_reports())
def test_a_figure_is_never_read_from_what_is_not_content(reports: list[Report]) -> None:
    (record,) = build_all(reports)
    marked = {(mark["article"], place) for mark in record["not_content"] for place in range(mark["start"], mark["end"])}
    spans = walk_spans(record["incidents"]) + walk_spans(record["quotes"])
    assert len(marked) >= sum(len(report.furniture) for report in reports)
    assert [span for span in spans if any((span["article"], place) in marked for place in range(span["start"], span["end"]))] == []


@EXAMPLES
@given(write_reports())
def test_a_reprint_adds_no_corroboration(reports: list[Report]) -> None:
    without, with_ = _build_with_reprint(reports)
    before, after = index(without["findings"], "about", "field"), index(with_["findings"], "about", "field")
    assert before.keys() & after.keys()
    assert [key for key in before.keys() & after.keys() if after[key]["independent"] > before[key]["independent"]] == []
    new = [finding for key, finding in after.items() if key not in before and finding["kind"] != "single source"]
    assert [finding for finding in new if finding["independent"] > 1] == []
    assert _list_best(without) == {id_: best for id_, best in _list_best(with_).items() if id_ in _list_best(without)}


def _build_with_reprint(reports: list[Report]) -> list[dict[str, Any]]:
    """The record without and with a copy of the first report under another outlet's name and with a line of that outlet's own."""
    with TemporaryDirectory() as folder:
        without = build(reports, Path(folder) / "without")
        path = Path(folder) / "with" / "zinc.txt"
        path.parent.mkdir()
        path.write_text(f"Zinc Tribune\nPublished on May 9, 2031\n\n{reports[0].text}", encoding="utf-8")
        return [without, check(crosswire.build([*(report.write(path.parent) for report in reports), path]))]


def _list_best(record: dict[str, Any]) -> dict[str, list[Any]]:
    return {one["id"]: [one[field] and one[field]["best"] for field in FIGURES] for one in record["incidents"]}


@EXAMPLES
@given(write_reports(least=3))
def test_adding_a_report_deletes_nobodys_account(reports: list[Report]) -> None:
    before, after = build_all(reports[:-1], reports)
    assert _list_accounts(before)
    assert set(_list_accounts(before)) <= set(_list_accounts(after))


def _list_accounts(record: dict[str, Any]) -> list[str]:
    return [repr((account["article"], account["evidence"])) for incident in record["incidents"] for account in incident["accounts"]]


@EXAMPLES
@given(write_reports())
def test_ids_stay_when_a_later_report_is_added(reports: list[Report]) -> None:
    late = reports[0].with_(id="zinc", published="2031-05-09", killed=36, styles=tuple((n + 1) % 3 for n in reports[0].styles))
    before, after = build_all(reports, [*reports, late])
    for kind in ("stories", "names", "quotes", "utterances", "incidents"):
        kept = {id_ for thing in after[kind] for id_ in (thing["id"], *thing.get("was", ()))}
        assert {thing["id"] for thing in before[kind]} <= kept, kind
    assert {thing["id"] for thing in before["incidents"]} <= {thing["id"] for thing in after["incidents"]}


@EXAMPLES
@given(write_reports(least=3), st.integers(1, 2))
def test_another_figure_changes_that_incident_alone(reports: list[Report], changed: int) -> None:
    reports = [report.with_(killed=35) for report in reports]
    reports[0] = reports[0].with_(published="2031-05-05")
    before, after = build_all(reports, [report.with_(killed=3) if i == changed else report for i, report in enumerate(reports)])
    (one,), (other,) = ([i for i in record["incidents"] if i["killed"]] for record in (before, after))
    assert one["id"] == other["id"]
    assert [account["article"] for account in one["accounts"]] == [account["article"] for account in other["accounts"]]
    assert [a["article"] for a, b in zip(one["accounts"], other["accounts"], strict=True) if _tell(a) != _tell(b)] == [reports[changed].id]
    assert [_tell_rest(i) for i in before["incidents"] if i["id"] != one["id"]] == [
        _tell_rest(i) for i in after["incidents"] if i["id"] != one["id"]
    ]
    killed = index([f for f in after["findings"] if f["about"] == one["id"]], "field")["killed"]
    assert {side["value"].strip("+") for side in killed["sides"]} == {"3", "35"}


def _tell(account: dict[str, Any]) -> list[Any]:
    return [account[field] and (account[field]["low"], account[field]["high"]) for field in FIGURES]


def _tell_rest(incident: dict[str, Any]) -> list[Any]:
    return [incident["kind"], incident["place"], incident["date"], [(a["article"], _tell(a)) for a in incident["accounts"]]]


STORY = [Report(id, killed=34 + i, styles=(i, i, i)) for i, id in enumerate(("amber", "birch", "cedar"))]


def test_the_order_of_inputs_changes_nothing(tmp_path: Path) -> None:
    paths = [report.write(tmp_path) for report in STORY]
    records = [dump_record(crosswire.build(order)) for order in (paths, paths[::-1], [paths[1], paths[2], paths[0]])]
    assert len(set(records)) == 1


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    """More articles than one worker is handed at a time."""
    for i in range(3):
        for report in STORY:
            report.with_(id=f"{report.id}{i}", town=TOWNS[i], published=f"2031-0{i + 5}-06").write(tmp_path)
    records = [dump_record(crosswire.build(tmp_path, workers=workers)) for workers in (1, 2)]
    assert records[0] == records[1]


def test_the_hash_seed_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for report in STORY:
        report.write(folder)
    code = "import sys, crosswire; crosswire.build(sys.argv[1]).save(sys.argv[2])"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", code, str(folder), str(tmp_path / seed)], env=environment, check=True)
    assert (tmp_path / "1" / "record.json").read_bytes() == (tmp_path / "2" / "record.json").read_bytes()
