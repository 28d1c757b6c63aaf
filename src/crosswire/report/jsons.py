"""The record as JSON: its bytes, its schema, and the way back."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema

from crosswire.errors import RecordError
from crosswire.model import NotContent, Record, Span

FILE = "record.json"


class _ContractSchema(GenerateJsonSchema):
    """A schema in which every field is required: a run writes them all, those without a value as null or empty."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return True


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def dump_record(record: Record) -> bytes:
    """The record as UTF-8 JSON, two spaces an indent, characters as they are, a line end at its end."""
    return _adapter().dump_json(record, indent=2, by_alias=True) + b"\n"


def make_schema() -> dict[str, Any]:
    """The JSON Schema of the record's contract."""
    schema = _adapter().json_schema(by_alias=True, schema_generator=_ContractSchema)
    return {"$schema": GenerateJsonSchema.schema_dialect} | schema


def load_record(directory: Path) -> Record:
    """The record that a run wrote into a folder; a RecordError where there is none or it breaks the contract."""
    path = directory / FILE
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError(f"{path} cannot be read ({reason}): name a folder that `crosswire build ... --out` wrote.") from error
    try:
        record = _adapter().validate_json(content, by_alias=True, by_name=False)
    except ValidationError as error:
        raise RecordError(f"{path} is no record of this version: {_first_fault(error)}. Build it again with `crosswire build`.") from error
    _check_spans(record, path)
    return record


def _first_fault(error: ValidationError) -> str:
    first, count = error.errors(include_url=False, include_input=False)[0], error.error_count()
    where = ".".join(map(str, first["loc"])) or "the file"
    more = f" (and {count - 1} more)" if count > 1 else ""
    return f"{where}: {first['msg']}{more}"


def _check_spans(record: Record, path: Path) -> None:
    """Every span must re-read from its article: a record whose words were changed proves nothing."""
    texts = {article.id: article.text for article in record.articles}
    for span in list_spans(record):
        if texts.get(span.article, "")[span.start : span.end] != span.text or span.start < 0:
            where = f"article {span.article!r} from {span.start} to {span.end}"
            raise RecordError(f"{path} quotes words that {where} does not have: build it again with `crosswire build`.")


def list_spans(value: object) -> Iterator[Span | NotContent]:
    """Every span anywhere inside a value of the record, in the record's order."""
    if isinstance(value, Span | NotContent):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from list_spans(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from list_spans(getattr(value, field.name))
