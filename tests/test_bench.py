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


def test_only_the_table_is_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "BENCHMARKS.md"
    bench.keep("first", page)
    page.write_text("mine\n" + page.read_text(encoding="utf-8") + "mine too\n", encoding="utf-8")
    bench.keep("second", page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("mine\n")
    assert text.endswith("mine too\n")
    assert "second" in text
    assert "first" not in text
    assert text.count(bench.START) == text.count(bench.END) == 1


def test_the_table_names_every_stage() -> None:
    timing = bench.Timing(2, whole=[3.0], bare=[2.0], stages=[{"read": 1.0, "annotate": 2.0}])
    table = bench.describe(timing)
    assert "| **whole run / bare parse** | **1.50** |" in table
    assert "| share of annotate | 66.7% |" in table
