"""A story in which all that an article can supply is hostile: mark-up, scripts, controls, halves of letters, endless words, addresses."""

from dataclasses import replace

from tests.records import Builder, make_article

from crosswire.model import (
    Account,
    Article,
    Carrier,
    Figure,
    Finding,
    Incident,
    Name,
    NotContent,
    Origin,
    Place,
    Problem,
    Quote,
    Range,
    Record,
    Side,
    Span,
    Story,
    Subgroup,
    Utterance,
    When,
)

SCRIPTS = (
    "<script>alert(1); window.ran = 1</script> <img src=x onerror=\"alert(2)\"> <svg onload=alert(3)><a href='javascript:alert(4)'>x</a> "
    "</script></style></div></main></template><!-- ]]> --> <style>*{display:none}</style> <base href=https://evil.example/> "
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe> <meta http-equiv=refresh content='0;url=https://evil.example/'> "
)
CONTROLS = "\u202egnirts desrever\u202c \u2066isolated \u200e\u200f\u061c \x00\x07\x1b[31m \u2028\u2029\ufeff \ud800 \udfff \U000e0041"
TRICKS = "&lt; &amp; &#x3c; \" ' ` {{ 7*7 }} {% raw %} ${7*7} \\u003cscript\\u003e __proto__ constructor"
WORD = "w" * 10_000
MARKS = "e" + "\u0301" * 500  # one letter under a tower of accents
HOSTILE = f"{SCRIPTS}{CONTROLS} {TRICKS} {MARKS} {WORD}"
ADDRESSES = " ".join(f"https://evil.example/{number}?a=1&b=<b> www.evil.example/{number}" for number in range(5_000))
URL = "https://gull.example/\"><script>alert(5)</script>?'&{{ 7*7 }}"
IDS = ("a", 'b" onload="alert(6)', "__proto__")


def make_hostile_story() -> Record:
    """Three hostile reports of one hostile event."""
    made = Builder({id: _make_report(id) for id in IDS})
    one, two, three = made.articles.values()
    made.articles[one.id] = one = replace(one, url=URL)
    made.articles[two.id] = replace(two, url="javascript:alert(7)")
    quotes, incident = _make_quotes(made), _make_incident(made)
    return Record(
        articles=tuple(made.articles.values()),
        problems=(Problem(HOSTILE, HOSTILE),),
        not_content=(NotContent(one.id, 0, 30, one.text[:30], 'widget" onload="alert(8)'),),
        stories=(Story("s0000000001", HOSTILE, IDS, "2031-05-06", "2031-05-06", HOSTILE),),
        origins=(Origin("o0000000001", "same agency", HOSTILE, (one.id, three.id), (_words(one), _words(three)), HOSTILE),),
        names=(
            Name("n0000000001", "person", HOSTILE, (HOSTILE, CONTROLS), (HOSTILE,), tuple(map(_words, made.articles.values())), HOSTILE),
        ),
        quotes=quotes,
        utterances=(_make_utterance(quotes),),
        incidents=(incident, replace(incident, id="i0000000002", place=Place(HOSTILE, None, None, None, None, None), date=None)),
        findings=_make_findings(made, incident),
    )


def _make_report(id: str) -> Article:
    text = f"{HOSTILE}\nAt least 15 hurt, {HOSTILE} said “{TRICKS}”.\n{ADDRESSES}\n{CONTROLS}"
    given = {"outlet": f"{id} {HOSTILE}", "title": HOSTILE, "byline": HOSTILE, "source": HOSTILE}
    return make_article(id, text, language='en" onload="alert(9)', published="2031-05-06", **given)


def _words(article: Article) -> Span:
    """Words that begin in mark-up and end in the endless word."""
    return article.span(12, article.text.index(WORD) + 9_000)


def _make_quotes(made: Builder) -> tuple[Quote, ...]:
    quotes = []
    for place, id in enumerate(IDS):
        span, who = made.find(id, TRICKS), _words(made.articles[id])
        said = (HOSTILE, HOSTILE, HOSTILE, ("u0000000001",), HOSTILE)
        quotes.append(Quote(f"q000000000{place}", id, span, span, None, "direct", "n0000000001", who, made.find(id, "said"), *said))
    return tuple(quotes)


def _make_utterance(quotes: tuple[Quote, ...]) -> Utterance:
    *same, last = [Carrier(quote.id, quote.span, "same") for quote in quotes]
    carriers = (*same, replace(last, wording="altered", altered=(last.span,)))
    return Utterance("u0000000001", "n0000000001", carriers, "altered", (last.quote,), HOSTILE)


def _make_incident(made: Builder) -> Incident:
    accounts = []
    for id in IDS:
        figure = Figure(15, None, made.find(id, "At least 15"))
        group = Subgroup(HOSTILE, "injured", 1, 2, _words(made.articles[id]))
        told = {"weapon": HOSTILE, "target": HOSTILE, "actor": HOSTILE, "attributed_to": HOSTILE, "why": HOSTILE}
        accounts.append(Account(id, (_words(made.articles[id]),), injured=figure, of_whom=(group,), place=figure.span, **told))
    place, day = Place(HOSTILE, "ZZ", None, -1.5, 2.5, "city"), When("2031-05-05", "2031-05-06", "interval")
    tolls = (None, Range(15, None, None), None, None, None)
    return Incident("i0000000001", "strike", place, day, HOSTILE, HOSTILE, HOSTILE, *tolls, tuple(accounts), HOSTILE)


def _make_findings(made: Builder, incident: Incident) -> tuple[Finding, ...]:
    sides = tuple(Side(HOSTILE, (id,), (_words(made.articles[id]), made.find(id, "At least 15"))) for id in IDS)
    return (
        Finding("f0000000001", "differs", "conflict", incident.id, HOSTILE, sides, (IDS[1],), 3, HOSTILE),
        Finding("f0000000002", "altered quotation", None, "u0000000001", "wording", sides[:2], IDS[2:], 2, HOSTILE),
        Finding("f0000000003", "disputed", None, None, None, sides[:1], (), 1, HOSTILE),
    )
