"""JSON: ninjs 3, schema.org's NewsArticle, or a plain object with `text`; one, a list, or a graph of them."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from crosswire.errors import InputError
from crosswire.model import Problem
from crosswire.read.blocks import find_captions, read_fragment
from crosswire.read.characters import decode
from crosswire.read.drafts import Draft, Input, clean_field, replace_surrogates
from crosswire.read.files import read_bytes
from crosswire.read.names import read_byline

Node = Mapping[str, Any]

WANTED = 'a ninjs 3 item, a schema.org NewsArticle, or an object with "text"'


def read_json(item: Input) -> Iterator[Draft | Problem]:
    """The articles of a JSON file; in a list or a graph the n-th is named `file#n`."""
    text, notes = decode(read_bytes(item.path))
    value = parse_json(text, hint="If it holds one object a line, name it .jsonl.")
    nodes = list(find_nodes(value))
    if not nodes:
        raise InputError(f"holds no article: give {WANTED}.")
    alone = len(nodes) == 1 and not isinstance(value, list)
    for number, node in enumerate(nodes, 1):
        source = item.source if alone else f"{item.source}#{number}"
        fallback = item.stem if alone else f"{item.stem}-{number}"
        try:
            yield read_object(node, source, fallback, notes)
        except InputError as error:
            yield Problem(source, str(error))


def parse_json(text: str, hint: str = "Correct it there.") -> object:
    """The value a JSON text stands for. Raises InputError where it is broken or nested too deep."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise InputError("is JSON nested too deep to read: give the articles as a flat list.") from error
    except json.JSONDecodeError as error:
        raise InputError(f"is broken JSON (line {error.lineno}, column {error.colno}: {error.msg}). {hint}") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise InputError(f"is JSON with a number too long to read. {hint}") from error


def find_nodes(value: object) -> Iterator[object]:
    """The objects that may be articles: the list's, or of a graph those typed as articles, else the value itself."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, Mapping) and isinstance(graph := value.get("@graph"), list):
        yield from (_join_publisher(node, graph) for node in graph if isinstance(node, Mapping) and is_article(node))
    else:
        yield value


def is_article(node: Node) -> bool:
    """Whether a schema.org node is an article of any kind (NewsArticle, ReportageNewsArticle, BlogPosting …)."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and re.search(r"(?:Article|Report|Posting)$", kind) for kind in kinds)


def read_object(node: object, source: str, fallback: str, notes: tuple[str, ...] = ()) -> Draft:
    """One article; its text keeps its characters. Raises InputError where the object holds none."""
    if not isinstance(node, Mapping):
        raise InputError(f"is not a JSON object but {_name_kind(node)}: give {WANTED}.")
    if isinstance(node.get("text"), str) and not is_article(node):
        return _make_draft(source, fallback, node["text"], _read_plain_fields(node), notes)
    if is_article(node) or isinstance(node.get("articleBody"), str):
        body = next((node[key] for key in ("articleBody", "text") if isinstance(node.get(key), str)), None)
        if body is None:
            raise InputError('is an article without "articleBody": add its text there.')
        return _make_draft(source, fallback, body, read_news_fields(node), notes)
    return _read_ninjs({key.casefold(): value for key, value in node.items() if isinstance(key, str)}, source, fallback, notes)


def read_news_fields(node: Node) -> dict[str, str | None]:
    """The metadata of a schema.org article."""
    page = node.get("mainEntityOfPage")
    urls = (node.get("url"), page.get("@id") if isinstance(page, Mapping) else page, node.get("@id"))
    return {
        "url": next((url for url in urls if isinstance(url, str) and url.startswith(("http://", "https://"))), None),
        "title": clean_field(node.get("headline") or node.get("name")),
        "byline": clean_field(node.get("author")),
        "outlet": clean_field(node.get("publisher") or node.get("sourceOrganization")),
        "language": clean_field(node.get("inLanguage")),
        "published": clean_field(node.get("datePublished")),
    }


def _read_plain_fields(node: Node) -> dict[str, str | None]:
    keys = ("id", "url", "title", "byline", "outlet", "language", "published")
    return {key: clean_field(node.get(key)) for key in keys}


def _read_ninjs(node: Node, source: str, fallback: str, notes: tuple[str, ...]) -> Draft:
    """An item of the IPTC's ninjs 3 (and 2; keys in lower case): its main body, plain rather than HTML."""
    bodies = [part for part in _parts(node.get("bodies")) if isinstance(part.get("value"), str)]
    if not bodies:
        raise InputError(f"holds no text: give {WANTED}.")
    body = min(bodies, key=_is_html)
    fields = _read_ninjs_fields(node)
    if not _is_html(body):
        return _make_draft(source, fallback, body["value"], fields, notes)
    page = read_fragment(replace_surrogates(body["value"]))
    return Draft(source, fallback, page.text, marks=find_captions(page), notes=notes, **fields)


def _read_ninjs_fields(node: Node) -> dict[str, Any]:
    headlines = sorted(_parts(node.get("headlines")), key=lambda part: part.get("role") != "main")
    byline = clean_field(node.get("by") or node.get("byline"))
    sources = node.get("infosources") or node.get("infosource")
    return {
        "url": clean_field(node.get("uri")),
        "title": clean_field(headlines[0].get("value") if headlines else node.get("headline") or node.get("title")),
        "byline": byline and (read_byline(re.sub(r"^(?:By|Von|Par|Por|Di)\s+", "", byline)) or byline),
        "outlet": clean_field(node.get("publisher") or node.get("provider") or sources or node.get("copyrightholder")),
        "language": clean_field(node.get("language")),
        "published": clean_field(node.get("versioncreated") or node.get("firstcreated") or node.get("contentcreated")),
    }


def _is_html(body: Node) -> bool:
    kind = str(body.get("contenttype") or body.get("contentType") or body.get("role") or "")
    return "html" in kind.casefold()


def _parts(value: object) -> list[Node]:
    return [part for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []


def _make_draft(source: str, fallback: str, text: str, fields: Mapping[str, Any], notes: tuple[str, ...]) -> Draft:
    whole = replace_surrogates(text)
    if whole != text:
        notes = (*notes, "holds halves of broken characters (lone surrogates): replaced by U+FFFD. Export it anew to have them back.")
    return Draft(source, fallback, whole, notes=notes, **fields)


def _join_publisher(node: Node, graph: list[Any]) -> Node:
    """The node with its publisher and author in full, where the graph holds them under another node's id."""
    known = {other["@id"]: other for other in graph if isinstance(other, Mapping) and isinstance(other.get("@id"), str)}

    def look_up(value: Any) -> Any:
        if isinstance(value, list):
            return [look_up(part) for part in value if not isinstance(part, list)]
        reference = value.get("@id") if isinstance(value, Mapping) and "name" not in value else None
        return known.get(reference, value) if isinstance(reference, str) else value

    return {**node, "publisher": look_up(node.get("publisher")), "author": look_up(node.get("author"))}


def _name_kind(value: object) -> str:
    return {list: "a list", str: "a string", type(None): "null", bool: "true or false"}.get(type(value), "a number")
