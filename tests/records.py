"""Records made by hand: one event in three reports, with everything a record can hold."""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from crosswire.model import (
    Account,
    Article,
    Carrier,
    Condition,
    Duration,
    Figure,
    Finding,
    Incident,
    Meeting,
    Name,
    NotContent,
    Origin,
    Place,
    Problem,
    Proposal,
    Quote,
    Range,
    Record,
    Side,
    Span,
    Story,
    Subgroup,
    Superseded,
    Telling,
    Utterance,
    When,
)

TEXTS = {
    "gull": (
        "Share this page\nA shell struck the ferry station of Port Ambling on Monday, killing 3 people and injuring at least 15, "
        "including two children.\n“The boats will sail again,” harbour master Ida Renk said. =She thanked the crews."
    ),
    "lamp": "At least 20 people were hurt in Port Ambling, officials said. “The boats will never sail again,” Ida Renk told reporters.",
    "reel": "A shell struck the ferry station of Port Ambling on Monday. More than 100 people fled. “Go home,” a voice said.",
}

# What two of the reports go on to say in the record with positions.
POSITIONS = {
    "gull": (
        " Ida Renk proposed to stop the ferries for at least 30 days. "
        "She meets the port council in Port Ambling on Friday if the guns fall silent."
    ),
    "lamp": " She offered the port council a stop of the ferries. They are to talk on Friday, but only once the guns are silent.",
}


def make_article(id: str, text: str, **facts: str | None) -> Article:
    """An article of an outlet named after its id."""
    given: dict[str, str | None] = {"source": f"{id}.txt", "outlet": f"The {id.title()}", "title": f"{id.title()} report", "byline": None}
    given |= {"language": "en", "published": None, "published_from": None, "url": None} | facts
    return Article(id=id, text=text, sha256=sha256(text.encode(errors="surrogatepass")).hexdigest(), **given)  # type: ignore[arg-type]


def find_span(article: Article, words: str) -> Span:
    """The first place where an article has these words."""
    start = article.text.index(words)
    return article.span(start, start + len(words))


@dataclass
class Builder:
    """Makes the parts of a record about the articles it holds."""

    articles: dict[str, Article] = field(default_factory=dict)

    def find(self, article: str, words: str) -> Span:
        """The words in one of the articles."""
        return find_span(self.articles[article], words)

    def quote(self, id: str, article: str, words: str, speaker: str | None, utterance: str) -> Quote:
        """A direct quotation that carries one utterance."""
        who = self.find(article, "Ida Renk") if speaker else None
        span = self.find(article, words)
        reason = "The name stands next to the verb of saying." if speaker else "Nobody is named near the words."
        place = "harbour" if speaker else None
        return Quote(id, article, span, span, None, "direct", speaker, who, None, None, place, None, (utterance,), reason)


def make_record() -> Record:
    """A story in three reports with an incident, an altered quotation, a shared passage, furniture and a problem."""
    made = Builder({id: make_article(id, text) for id, text in TEXTS.items()})
    made.articles["gull"] = make_article("gull", TEXTS["gull"], published="2031-05-06", published_from="text", url="https://gull.example/1")
    find = made.find
    share = find("gull", "Share this page")
    return Record(
        articles=tuple(made.articles.values()),
        problems=(Problem("noise.pdf", "It is a PDF, not text: save it as text and try again."),),
        not_content=(NotContent("gull", share.start, share.end, share.text, "widget"),),
        stories=(Story("s0000000001", "Ferry station struck", tuple(TEXTS), "2031-05-06", "2031-05-06", "They share a place and a day."),),
        origins=(_make_origin(made),),
        names=(_make_name(made),),
        quotes=(
            made.quote("q0000000001", "gull", "The boats will sail again,", "n0000000001", "u0000000001"),
            made.quote("q0000000002", "lamp", "The boats will never sail again,", "n0000000001", "u0000000001"),
            made.quote("q0000000003", "reel", "Go home,", None, "u0000000002"),
        ),
        utterances=_make_utterances(made),
        incidents=(_make_incident(made),),
        findings=_make_findings(made),
    )


def make_positions_record() -> Record:
    """The record with a proposal, a condition and a meeting too, each told by two reports, and a finding about the proposal."""
    record = make_record()
    articles = tuple(
        make_article(one.id, one.text + POSITIONS.get(one.id, ""), published=one.published, published_from=one.published_from, url=one.url)
        for one in record.articles
    )
    made = Builder({article.id: article for article in articles})
    lasting = made.find("gull", "at least 30 days")
    side = Side("at least 30 days", ("gull",), (lasting,))
    finding = Finding("f0000000004", "single source", None, "p0000000001", "duration", (side,), (), 1, "One report alone says how long.")
    return replace(
        record,
        articles=articles,
        proposals=(_make_proposal(made, Duration(30, None, "day", lasting)),),
        conditions=(_make_condition(made),),
        meetings=(_make_meeting(made),),
        findings=(*record.findings, finding),
    )


def _make_proposal(made: Builder, duration: Duration) -> Proposal:
    gull = Telling("gull", (made.find("gull", "Ida Renk proposed to stop the ferries for at least 30 days."),))
    lamp = Telling("lamp", (made.find("lamp", "She offered the port council a stop of the ferries."),))
    what, why = "stop the ferries", "The same side puts the same thing."
    return Proposal("p0000000001", "n0000000001", "the port council", what, "the whole port", duration, "proposed", (gull, lamp), why)


def _make_condition(made: Builder) -> Condition:
    gull = Telling("gull", (made.find("gull", "if the guns fall silent"),))
    lamp = Telling("lamp", (made.find("lamp", "only once the guns are silent"),))
    return Condition("c0000000001", None, "the guns fall silent", (gull, lamp))


def _make_meeting(made: Builder) -> Meeting:
    place, day = Place("Port Ambling", "ZZ", None, -1.5, 2.5, "city"), When("2031-05-09", "2031-05-09", "day")
    gull = Telling("gull", (made.find("gull", "She meets the port council in Port Ambling on Friday"),))
    lamp = Telling("lamp", (made.find("lamp", "They are to talk on Friday"),))
    parties = ("n0000000001", "the port council")
    return Meeting("m0000000001", place, day, "planned", parties, (gull, lamp), "The parties and the day are the same.")


def _make_origin(made: Builder) -> Origin:
    words = "A shell struck the ferry station of Port Ambling on Monday"
    spans = (made.find("gull", words), made.find("reel", words))
    return Origin("o0000000001", "shared passage", None, ("gull", "reel"), spans, "Both have the same eleven words.")


def _make_name(made: Builder) -> Name:
    spans = (made.find("gull", "Ida Renk"), made.find("lamp", "Ida Renk"))
    return Name("n0000000001", "person", "Ida Renk", ("Ida Renk",), ("harbour master",), spans, "One full name.", was=("n0000000009",))


def _make_utterances(made: Builder) -> tuple[Utterance, ...]:
    one = Carrier("q0000000001", made.find("gull", "The boats will sail again,"), "same")
    never = (made.find("lamp", "never"),)
    two = Carrier("q0000000002", made.find("lamp", "The boats will never sail again,"), "altered", never)
    alone = Carrier("q0000000003", made.find("reel", "Go home,"), "same")
    return (
        Utterance("u0000000001", "n0000000001", (one, two), "altered", ("q0000000002",), "The same speaker, most words shared."),
        Utterance("u0000000002", None, (alone,), "same", (), "One carrier alone."),
    )


def _make_incident(made: Builder) -> Incident:
    find = made.find
    gull = Account(
        "gull",
        (find("gull", "A shell struck the ferry station of Port Ambling on Monday, killing 3 people and injuring at least 15"),),
        killed=Figure(3, 3, find("gull", "3")),
        injured=Figure(15, None, find("gull", "at least 15")),
        of_whom=(Subgroup("children", "injured", 2, 2, find("gull", "two children")),),
        superseded=(Superseded("killed", 3, 3, find("gull", "3 people")),),
        place=find("gull", "Port Ambling"),
        date=find("gull", "Monday"),
        weapon="shell",
        why="The verb is one of harm.",
    )
    evidence = (find("lamp", "At least 20 people were hurt in Port Ambling"),)
    lamp = Account("lamp", evidence, injured=Figure(20, None, find("lamp", "At least 20")), attributed_to="officials")
    fled = find("reel", "More than 100")
    reel = Account("reel", (find("reel", "A shell struck the ferry station"),), displaced=Figure(101, None, fled))
    return Incident(
        id="i0000000001",
        kind="strike",
        place=Place("Port Ambling", "ZZ", None, -1.5, 2.5, "city"),
        date=When("2031-05-05", "2031-05-05", "day"),
        actor=None,
        target=None,
        weapon="shell",
        killed=Range(3, 3, 3),
        injured=Range(15, None, None),
        missing=None,
        detained=None,
        displaced=Range(101, None, None),
        accounts=(gull, lamp, reel),
        why="Place, day and kind are compatible.",
    )


def _make_findings(made: Builder) -> tuple[Finding, ...]:
    find = made.find
    low = Side("15+", ("gull",), (find("gull", "at least 15"),))
    high = Side("20+", ("lamp",), (find("lamp", "At least 20"),))
    kept = Side("The boats will sail again,", ("gull",), (find("gull", "The boats will sail again,"),))
    changed = Side("never", ("lamp",), (find("lamp", "never"),))
    single = Side("3", ("gull",), (find("gull", "3"),))
    about, words = "i0000000001", "u0000000001"
    return (
        Finding(
            "f0000000001",
            "altered quotation",
            None,
            words,
            "wording",
            (kept, changed),
            ("lamp",),
            1,
            "One word stands in one report alone.",
        ),
        Finding("f0000000002", "differs", "compatible", about, "injured", (low, high), (), 2, "20 lies within at least 15."),
        Finding("f0000000003", "single source", None, about, "killed", (single,), (), 1, "One report alone gives a figure."),
    )
