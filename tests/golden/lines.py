"""A record in lines, one thing a line, so that what changes in it can be read as a diff."""

from collections.abc import Iterator, Mapping
from typing import Any

LONGEST = 70
FIGURES = ("killed", "injured", "missing", "detained", "displaced")


def render(record: Mapping[str, Any]) -> str:
    """All that the record says, with the offsets of the words it rests on; texts are left out, reasons too."""
    names = {name["id"]: name["name"] for name in record["names"]}
    sections = (
        ("articles", _show_article),
        ("problems", lambda problem: f"{problem['source']} | {problem['problem']}"),
        ("not_content", lambda mark: f"{_at(mark)} {mark['kind']} | {_cut(mark['text'])}"),
        ("stories", lambda story: f"{story['id']} {story['from']} to {story['to']} | {story['title']} | {' '.join(story['articles'])}"),
        ("origins", _show_origin),
        ("names", _show_name),
        ("quotes", lambda quote: _show_quote(quote, names)),
        ("utterances", lambda utterance: _show_utterance(utterance, names)),
        ("incidents", _show_incident),
        ("proposals", lambda proposal: _show_position(proposal, names, ("type", "status", "by", "to", "scope", "means"))),
        ("conditions", lambda condition: _show_position(condition, names, ("by", "what"))),
        ("meetings", lambda meeting: _show_position(meeting, names, ("status", "level"))),
        ("findings", _show_finding),
    )
    blocks = ("\n".join([f"== {section} ==", *(show(thing) for thing in record[section])]) for section, show in sections)
    return "\n\n".join(blocks) + "\n"


def _at(span: Mapping[str, Any] | None) -> str:
    return f"{span['article']}:{span['start']}-{span['end']}" if span else "-"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _show_article(article: Mapping[str, Any]) -> str:
    facts = ("outlet", "title", "byline", "language", "published", "published_from")
    return f"{article['id']} {article['source']} | " + " | ".join(str(article[fact]) for fact in facts)


def _show_origin(origin: Mapping[str, Any]) -> str:
    name = f" {origin['name']}" if origin["name"] else ""
    return f"{origin['id']} {origin['kind']}{name} | {' '.join(origin['articles'])}" + _indent(_at(span) for span in origin["evidence"])


def _show_name(name: Mapping[str, Any]) -> str:
    return f"{name['id']} {name['kind']} {name['name']} | {', '.join(name['forms'])} | {', '.join(name['roles'])}"


def _show_quote(quote: Mapping[str, Any], names: Mapping[str, str]) -> str:
    facts = (quote["told_to"], quote["said_in"], quote["said_on"], f"goes on {quote['continues']}" if quote["continues"] else None)
    said = " | ".join([names.get(quote["speaker"], "-"), *(fact for fact in facts if fact), *quote["utterances"]])
    return f"{quote['id']} {_at(quote['span'])} {quote['kind']} | {_cut(quote['span']['text'])} | {said}"


def _show_utterance(utterance: Mapping[str, Any], names: Mapping[str, str]) -> str:
    odd = f" | odd: {' '.join(utterance['odd'])}" if utterance["odd"] else ""
    carriers = (f"{c['quote']} {_at(c['span'])} {c['wording']} {[word['text'] for word in c['altered']]}" for c in utterance["carriers"])
    return f"{utterance['id']} {utterance['wording']} | {names.get(utterance['speaker'], '-')}{odd}" + _indent(carriers)


def _show_incident(incident: Mapping[str, Any]) -> str:
    place, date = incident["place"], incident["date"]
    where = f"{place['name']} ({place['country']} {place['precision']} {place['geonameid']})" if place else "-"
    when = f"{date['from']} to {date['to']} ({date['precision']})" if date else "-"
    ranges = [f"{field} {r['low']}/{r['best']}/{r['high']}" for field in FIGURES if (r := incident[field])]
    facts = [f"{key} {incident[key]}" for key in ("actor", "target", "weapon") if incident[key]]
    head = " | ".join([f"{incident['id']} {incident['kind']}", where, when, *ranges, *facts])
    return head + _indent(map(_show_account, incident["accounts"]))


def _show_position(thing: Mapping[str, Any], names: Mapping[str, str], facts: tuple[str, ...]) -> str:
    told = [f"{key} {_cut(names.get(thing[key], thing[key]))}" for key in facts if thing[key]]
    answers = [f"{answer['kind']} {names.get(answer['by'], answer['by'])} {_at(answer['span'])}" for answer in thing.get("answers", ())]
    return " | ".join([thing["id"], *told, *answers]) + _indent(map(_show_telling, thing["accounts"]))


def _show_telling(telling: Mapping[str, Any]) -> str:
    terms = [f"{key} {_at(telling[key])}" for key in ("by", "to", "scope", "means", "date", "place") if telling[key]]
    parties = [f"party {_at(span)}" for span in telling["parties"]]
    return " | ".join([" ".join(_at(span) for span in telling["evidence"]), telling["mode"], telling["status"] or "-", *terms, *parties])


def _show_account(account: Mapping[str, Any]) -> str:
    figures = [f"{field} {_bounds(account[field])}" for field in FIGURES if account[field]]
    parts = [f"{part['field']}: {part['group']} {_bounds(part)}" for part in account["of_whom"]]
    old = [f"was {part['field']} {_bounds(part)}" for part in account["superseded"]]
    facts = [f"{key} {account[key]}" for key in ("actor", "target", "weapon", "attributed_to") if account[key]]
    words = [f"{key} {_at(account[key])}" for key in ("place", "date") if account[key]]
    return " | ".join([" ".join(_at(span) for span in account["evidence"]), *figures, *parts, *old, *words, *facts])


def _bounds(figure: Mapping[str, Any]) -> str:
    return f"{figure['low']}..{figure['high']} @{figure['span']['start']}"


def _show_finding(finding: Mapping[str, Any]) -> str:
    relation = f" ({finding['relation']})" if finding["relation"] else ""
    odd = f" | odd: {' '.join(finding['odd'])}" if finding["odd"] else ""
    head = f"{finding['id']} {finding['kind']}{relation} {finding['about']} {finding['field']} | independent {finding['independent']}{odd}"
    return head + _indent(f"{_cut(side['value'])}: {' '.join(_at(span) for span in side['evidence'])}" for side in finding["sides"])


def _indent(lines: Iterator[str]) -> str:
    return "".join(f"\n    {line}" for line in lines)
