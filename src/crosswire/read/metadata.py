"""What a page says of itself in its head: meta elements and JSON-LD, never its visible text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from crosswire.errors import InputError
from crosswire.read.days import parse_given
from crosswire.read.drafts import clean_field
from crosswire.read.lists import load_table, load_words
from crosswire.read.objects import find_nodes, is_article, parse_json, read_news_fields

Fields = dict[str, Any]


def read_metadata(tree: Any) -> tuple[Fields, str | None]:
    """Title, byline, outlet, day and address as the page's mark-up gives them, and the text that its JSON-LD holds.

    JSON-LD goes before meta elements. `published` is the first that is a date, else the first that was given.
    """
    nodes = list(_find_articles(tree))
    linked = read_news_fields(nodes[0]) if nodes else {}
    body = nodes[0].get("articleBody") if nodes else None
    metas = _read_metas(tree)
    outlet = _pick(metas, "outlet") or linked.get("outlet")
    fields: Fields = {
        "url": _find_url(tree, metas, linked.get("url")),
        "title": linked.get("title") or _pick(metas, "title") or _read_title(tree, outlet),
        "byline": _drop_addresses(linked.get("byline")) or _drop_addresses(_pick(metas, "byline")),
        "outlet": outlet,
        "published": _choose_date([linked.get("published"), *_list(metas, "published")]),
    }
    return fields, body if isinstance(body, str) else None


def find_host(url: str | None) -> str | None:
    """The outlet's domain by an article's address, without "www."; None for a web archive's."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.")
    return host if "." in host and host not in load_words("tags.toml", "archives") else None


def _find_articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The JSON-LD nodes that are articles; broken JSON-LD is passed over."""
    for element in tree.iter("script"):
        if (element.get("type") or "").split(";")[0].strip().casefold() == "application/ld+json":
            try:
                value = parse_json((element.text or "").strip())
            except InputError:
                continue
            yield from (node for node in _flatten(value) if isinstance(node, Mapping) and is_article(node))


def _flatten(value: object) -> Iterator[object]:
    """The nodes of a list of graphs, two levels deep."""
    for node in find_nodes(value):
        yield from find_nodes(node) if isinstance(node, Mapping) and "@graph" in node else (node,)


def _read_metas(tree: Any) -> dict[str, list[str]]:
    """The values of the page's meta elements (and of elements with an itemprop and a value) by their names."""
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta", "time"):
        value = clean_field(element.get("content") or element.get("datetime"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if value and (name := (element.get(attribute) or "").strip().casefold()):
                metas.setdefault(name, []).append(value)
    return metas


def _list(metas: Mapping[str, list[str]], key: str) -> list[str]:
    return [value for name in load_table("meta.toml")[key] for value in metas.get(name, ())]


def _pick(metas: Mapping[str, list[str]], key: str) -> str | None:
    """The first value that is said of a key; several writers are several elements of one name."""
    names = [name for name in load_table("meta.toml")[key] if metas.get(name)]
    if key == "byline":
        names = [name for name in names if _drop_addresses(", ".join(metas[name]))]
    if not names:
        return None
    return ", ".join(dict.fromkeys(metas[names[0]])) if key == "byline" else metas[names[0]][0]


def _find_url(tree: Any, metas: Mapping[str, list[str]], linked: str | None) -> str | None:
    """The page's own address: absolute, and not just the outlet's front page."""
    canonical = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").casefold() == "canonical"]
    for url in (*canonical, *_list(metas, "url"), linked):
        if re.match(r"https?://[^/?#]+/[^/]", url or ""):
            return clean_field(url)
    return None


def _read_title(tree: Any, outlet: str | None) -> str | None:
    """The title element without the outlet's name behind a bar or dash."""
    element = tree.find(".//title")
    title = clean_field(element.text_content()) if element is not None else None
    if title and outlet and (match := re.fullmatch(rf"(.+?)\s+[|•·»–—-]\s+{re.escape(outlet)}", title, re.IGNORECASE)):
        return str(match[1])
    return title


def _drop_addresses(byline: str | None) -> str | None:
    """The writers' names, without addresses of their pages and the word "By"."""
    names = [re.sub(r"^by\s+", "", name.strip(), flags=re.IGNORECASE) for name in (byline or "").split(",")]
    return ", ".join(dict.fromkeys(name for name in names if name and not re.search(r"https?:|www\.|@|/", name))) or None


def _choose_date(values: list[str | None]) -> str | None:
    given = [value for value in values if value]
    return next((value for value in given if parse_given(value)), given[0] if given else None)
