"""Quotations as Web Annotations: their selectors find the words again."""

import json
from typing import Any

from tests.records import make_record

from crosswire.report.exports.annotations import make_annotations
from crosswire.report.lookups import make_lookup


def make() -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    made = json.loads(make_annotations(make_lookup(make_record())))
    return made, {node["id"]: node for node in made["@graph"]}


def test_both_selectors_find_the_words() -> None:
    texts = {article.id: article.text for article in make_record().articles}
    _, nodes = make()
    for quote in make_record().quotes:
        by_words, by_place = nodes[f"crosswire:{quote.id}"]["target"]["selector"]
        text = texts[quote.article]
        assert (by_words["type"], by_place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[by_place["start"] : by_place["end"]] == by_words["exact"] == quote.span.text
        assert text.count(by_words["prefix"] + by_words["exact"] + by_words["suffix"]) == 1


def test_a_quotation_names_its_speaker_its_article_and_what_was_said() -> None:
    made, nodes = make()
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    body = nodes["crosswire:q0000000001"]["body"]
    assert body["type"] == "schema:Quotation"
    assert nodes[body["schema:creator"]["id"]]["schema:name"] == "Ida Renk"
    assert nodes[body["schema:isBasedOn"]["id"]]["schema:publisher"]["schema:name"] == "The Gull"
    (said,) = body["schema:exampleOfWork"]
    assert [one["id"] for one in nodes[said["id"]]["schema:workExample"]] == ["crosswire:q0000000001", "crosswire:q0000000002"]


def test_who_is_not_named_is_left_out() -> None:
    _, nodes = make()
    assert "schema:creator" not in nodes["crosswire:q0000000003"]["body"]


def test_an_article_goes_by_its_address_where_it_has_one() -> None:
    _, nodes = make()
    assert nodes["https://gull.example/1"]["type"] == "schema:NewsArticle"
    assert sum(name.startswith("crosswire:article:") for name in nodes) == 2
