"""What the page's script reads: the articles' texts with their marks, and why everything stands in the record, as JSON."""

import json
from collections.abc import Iterator

from markupsafe import Markup

from crosswire.model import Article
from crosswire.report.characters import show_controls, show_line
from crosswire.report.explanations import Excerpt, explain_thing, state_article
from crosswire.report.lookups import Lookup
from crosswire.report.page.texts import Marked, collect_marked, cut_text
from crosswire.report.rules import read_rules, state_rule

Json = dict[str, object] | list[object]


def dump_texts(lookup: Lookup) -> Iterator[tuple[int, Markup]]:
    """Each article's place in the record and its text as JSON.

    "marks" are [start, end, kind, [[id, label, role], ...]], offsets in characters. "pieces" is the text in order: a string of words; a
    list [words, mark] where the words link to the mark's first target; the number of a mark that opens; -1 where the innermost closes to go
    on later, -2 where it ends.
    """
    marked = collect_marked(lookup)
    for place, article in enumerate(lookup.record.articles):
        yield place, _dump(_write_text(article, marked.get(article.id, [])))


def dump_explanations(lookup: Lookup) -> Markup:
    """Why each thing stands in the record, as JSON: "articles", "things" by id, and "rules".

    An article is [id, label, title, facts, its story]; a thing [kind, title, reasons, excerpts, related, its rule's number]; an excerpt
    [article's place, start of the context, start, end, end of the context, role].
    """
    rules = [rule for kinds in read_rules().values() for rule in kinds.values()]
    articles = [_write_article(article, lookup) for article in lookup.record.articles]
    return _dump({"articles": articles, "things": {id: _write_thing(id, lookup, rules) for id in lookup.things}, "rules": rules})


def _write_article(article: Article, lookup: Lookup) -> list[object]:
    title = show_line(article.title or article.source, 200)
    story = lookup.stories.get(article.id)
    facts = [show_line(fact) for fact in state_article(article)]
    return [article.id, show_line(lookup.label(article.id), 100), title, facts, story.id if story else None]


def _write_thing(id: str, lookup: Lookup, rules: list[str]) -> list[object]:
    explanation = explain_thing(lookup.things[id], lookup)
    excerpts = [_write_excerpt(excerpt, lookup) for excerpt in explanation.excerpts if excerpt.span.article in lookup.places]
    reasons = [show_line(reason) for reason in explanation.reasons]
    related = [pointer.id for pointer in explanation.related]
    return [explanation.kind, show_line(explanation.title), reasons, excerpts, related, rules.index(state_rule(lookup.things[id]))]


def _write_excerpt(excerpt: Excerpt, lookup: Lookup) -> list[object]:
    span = excerpt.span
    first, last = span.start - len(excerpt.before), span.end + len(excerpt.after)
    return [lookup.places[span.article], first, span.start, span.end, last, show_line(excerpt.role, 100)]


def _write_text(article: Article, marked: list[Marked]) -> Json:
    places = {id(mark): place for place, mark in enumerate(marked)}
    pieces: list[object] = []
    for piece in cut_text(article, marked):
        if piece.type == "words":
            words = show_controls(piece.text)
            pieces.append([words, places[id(piece.marked)]] if piece.marked else words)
        else:
            pieces.append(places[id(piece.marked)] if piece.type == "open" else -2 if piece.last else -1)
    return {"marks": [_write_mark(mark) for mark in marked], "pieces": pieces}


def _write_mark(mark: Marked) -> list[object]:
    targets = [[target.id, target.label, target.role] for target in mark.targets]
    return [mark.start, mark.end, mark.not_content or mark.targets[0].kind, targets]


def _dump(data: Json) -> Markup:
    """JSON that no text from an article can end: "<" is written as an escape."""
    dumped = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(dumped.replace("<", "\\u003c"))  # all of it inside a script element of type application/json, which is read as text
