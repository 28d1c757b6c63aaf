"""The record's JSON: round trip, schema, and records that are none."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from tests.records import make_record

from crosswire.errors import RecordError
from crosswire.model import Record, Span
from crosswire.report.jsons import dump_record, list_spans, load_record, make_schema


def save(tmp_path: Path, content: bytes) -> Path:
    (tmp_path / "record.json").write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("record", [make_record(), Record()], ids=["full", "empty"])
def test_round_trip(record: Record, tmp_path: Path) -> None:
    assert load_record(save(tmp_path, dump_record(record))) == record


def test_aliases_and_characters_stand_as_the_contract_says() -> None:
    content = dump_record(make_record())
    record = json.loads(content)
    assert content.endswith(b"}\n") and "“".encode() in content
    assert record["stories"][0]["from"] == "2031-05-06" and record["incidents"][0]["date"]["to"] == "2031-05-05"
    assert record["quotes"][0]["span"]["start"] == 144 and record["not_content"][0]["end"] == 15
    assert record["schema"] == "crosswire/1"


@pytest.mark.parametrize("record", [make_record(), Record()], ids=["full", "empty"])
def test_records_meet_the_schema(record: Record) -> None:
    schema = make_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(dump_record(record)))


@pytest.mark.parametrize("part", ["schema", "findings", "articles"])
def test_schema_requires_every_field(part: str) -> None:
    record = json.loads(dump_record(make_record()))
    del record[part]
    with pytest.raises(ValidationError, match=part):
        Draft202012Validator(make_schema()).validate(record)


def test_schema_refuses_a_kind_of_finding_that_is_none() -> None:
    record = json.loads(dump_record(make_record()))
    record["findings"][0]["kind"] = "lies"
    with pytest.raises(ValidationError, match="lies"):
        Draft202012Validator(make_schema()).validate(record)


def test_added_fields_are_let_pass(tmp_path: Path) -> None:
    record = json.loads(dump_record(make_record())) | {"added": 1}
    assert load_record(save(tmp_path, json.dumps(record).encode())) == make_record()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no record"),
        (b"{", "no record"),
        (b"[" * 100_000, "no record"),
        (b'{"schema": "other/9"}', "schema: Input should be 'crosswire/1'"),
        (b'{"articles": [{"id": 1}]}', r"articles.0.id: .* \(and \d+ more\)"),
    ],
)
def test_what_is_no_record_is_said(content: bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=said):
        load_record(save(tmp_path, content))


def test_a_folder_without_a_record_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"record\.json cannot be read .*crosswire build"):
        load_record(tmp_path)


@pytest.mark.parametrize("wrong", [Span("gull", 0, 5, "Other"), Span("none", 0, 1, "S"), Span("gull", -1, 1, "")])
def test_words_that_do_not_re_read_are_refused(wrong: Span, tmp_path: Path) -> None:
    record = make_record()
    record = replace(record, names=(replace(record.names[0], evidence=(wrong,)),))
    with pytest.raises(RecordError, match="quotes words that article"):
        load_record(save(tmp_path, dump_record(record)))


def test_all_spans_of_a_record_are_listed() -> None:
    content = dump_record(make_record()).decode()
    assert len(list(list_spans(make_record()))) == content.count('"start":')
