"""The bench tells stages apart, and touches nothing of BENCHMARKS.md but what stands between its markers."""

from pathlib import Path

import pytest

import bench


def test_ratio_is_the_median_of_the_rounds() -> None:
    timing = bench.Timing(10, whole=[3.0, 30.0, 2.2], bare=[2.0, 2.0, 2.0], stages=[{"read": 0.3}, {"read": 3.0}, {"read": 0.22}])
    assert timing.ratio == 1.5
    assert timing.share("read") == pytest.approx(0.1)
    assert timing.share("weigh") == 0.0


def test_time_belongs_to_the_stage_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 1.0, 3.0, 3.5])
    monkeypatch.setattr(bench.time, "perf_counter", lambda: next(ticks))
    clock = bench.StageClock()
    for stage in ("read", "annotate", "read"):
        clock(stage, 1, 1)
    assert clock.seconds == {"read": 1.5, "annotate": 2.0}


def test_only_the_table_of_that_name_is_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "BENCHMARKS.md"
    empty = "<!-- page: start -->\n<!-- page: end -->\n"
    page.write_text(f"mine\n<!-- bench: start -->\nfirst\n<!-- bench: end -->\nmine too\n{empty}", encoding="utf-8")
    bench.keep("second", "bench", page)
    bench.keep("third", "page", page)
    assert page.read_text(encoding="utf-8") == (
        "mine\n<!-- bench: start -->\nsecond\n<!-- bench: end -->\nmine too\n<!-- page: start -->\nthird\n<!-- page: end -->\n"
    )


def test_the_benchmarks_have_a_place_for_each_table() -> None:
    text = bench.REPORT.read_text(encoding="utf-8")
    assert [text.count(f"<!-- {name}: {end} -->") for name in ("bench", "page") for end in ("start", "end")] == [1] * 4


def test_the_table_names_every_stage() -> None:
    timing = bench.Timing(2, whole=[3.0], bare=[2.0], stages=[{"read": 1.0, "annotate": 2.0}])
    table = bench.describe(timing)
    assert "| **whole run / bare parse** | **1.50** |" in table
    assert "| share of annotate | 66.7% |" in table
