"""Quotations as JSON-LD: each a W3C Web Annotation whose body is a schema.org Quotation and whose target is its words."""

import json
from typing import Any

from crosswire.model import Article, Name, Quote, Span, Utterance
from crosswire.report.lookups import Lookup

# The context of the Web Annotation Data Model (W3C 2017), and schema.org under a prefix, for the two share terms.
CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/", "crosswire": "urn:crosswire:"})
AROUND = 32  # characters before and after the words, by which they are found again should the text have moved
KINDS = {"person": "schema:Person", "organisation": "schema:Organization", "place": "schema:Place"}


def make_annotations(lookup: Lookup) -> bytes:
    """All quotations of a record, then what they have in common: the things said, the speakers and the articles."""
    record = lookup.record
    speakers = {quote.speaker for quote in record.quotes} | {utterance.speaker for utterance in record.utterances}
    graph = [_annotate(quote, lookup) for quote in record.quotes]
    graph += [_describe_utterance(utterance) for utterance in record.utterances]
    graph += [_describe_name(name) for name in record.names if name.id in speakers]
    graph += [_describe_article(article) for article in record.articles]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, indent=2, ensure_ascii=False)
    return text.encode("utf-8", errors="replace") + b"\n"


def _annotate(quote: Quote, lookup: Lookup) -> dict[str, Any]:
    body: dict[str, Any] = {"type": "schema:Quotation", "schema:text": quote.span.text}
    if quote.speaker:
        body["schema:creator"] = {"id": f"crosswire:{quote.speaker}"}
    if quote.utterances:
        body["schema:exampleOfWork"] = [{"id": f"crosswire:{utterance}"} for utterance in quote.utterances]
    if quote.continues:
        body["crosswire:continues"] = {"id": f"crosswire:{quote.continues}"}
    article = lookup.articles[quote.article]
    body["schema:isBasedOn"] = {"id": _name_article(article)}
    return {
        "id": f"crosswire:{quote.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": body,
        "target": {"source": _name_article(article), "selector": _select(quote.span, article)},
    }


def _select(span: Span, article: Article) -> list[dict[str, Any]]:
    """The words by themselves and those around them, and by where they stand; either finds them."""
    before, after = article.text[max(0, span.start - AROUND) : span.start], article.text[span.end : span.end + AROUND]
    return [
        {"type": "TextQuoteSelector", "exact": span.text, "prefix": before, "suffix": after},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _describe_utterance(utterance: Utterance) -> dict[str, Any]:
    told: dict[str, Any] = {"id": f"crosswire:{utterance.id}", "type": "schema:Quotation"}
    if utterance.speaker:
        told["schema:creator"] = {"id": f"crosswire:{utterance.speaker}"}
    carriers = dict.fromkeys(carrier.quote for carrier in utterance.carriers)
    return told | {"schema:workExample": [{"id": f"crosswire:{quote}"} for quote in carriers]}


def _describe_name(name: Name) -> dict[str, Any]:
    others = [form for form in name.forms if form != name.name]
    told: dict[str, Any] = {"id": f"crosswire:{name.id}", "type": KINDS[name.kind], "schema:name": name.name}
    if others:
        told["schema:alternateName"] = others
    return told | ({"schema:jobTitle": list(name.roles)} if name.roles and name.kind == "person" else {})


def _describe_article(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {
        "schema:headline": article.title,
        "schema:publisher": {"type": "schema:Organization", "schema:name": article.outlet} if article.outlet else None,
        "schema:datePublished": article.published,
        "schema:inLanguage": article.language,
        "crosswire:sha256": article.sha256,
    }
    known = {key: value for key, value in told.items() if value is not None}
    return {"id": _name_article(article), "type": "schema:NewsArticle", "schema:identifier": article.id} | known


def _name_article(article: Article) -> str:
    """Its address where it has one, else a name within the record by its text and how many with that text came before."""
    return article.url or f"crosswire:article:{article.sha256}" + (f":{article.edition}" if article.edition else "")
