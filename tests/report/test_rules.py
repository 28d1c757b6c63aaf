"""Rules: one for every kind of thing and of finding."""

from typing import get_args

import pytest
from tests.records import make_record

from crosswire.model import Finding
from crosswire.model.record import FindingKind
from crosswire.report.evidence import Thing
from crosswire.report.rules import read_rules, state_rule


def test_every_kind_has_its_rule() -> None:
    rules = read_rules()
    kinds = {kind.__name__.lower() for kind in get_args(Thing) if kind is not Finding}
    assert set(rules["things"]) == kinds and set(rules["findings"]) == set(get_args(FindingKind))


@pytest.mark.parametrize("thing", list(make_record().things()), ids=lambda thing: thing.id)
def test_things_get_the_rule_of_their_kind(thing: Thing) -> None:
    said = state_rule(thing)
    assert said.endswith(".") and (not isinstance(thing, Finding) or said.casefold().startswith(thing.kind))
