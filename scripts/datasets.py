"""The optional `../shared` folder of research data, read into the rows that crosswire takes as JSON lines."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

Row = dict[str, str]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
SHORT = [month[:3] for month in MONTHS]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS_AGO = ["today", "yesterday"]
# A text's head runs so many characters far.
WEEK, HEAD = 7, 250
FULL_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2,8})\.?|(?P<later>[A-Z][a-z]{2,8})\.? (?P<last>\d{1,2})),? ?(?P<year>(?:19|20)\d\d)"
)
DIGITS = re.compile(r"(?<!\d)(?P<day>\d{1,2})(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """The incident that a set's row names: what its labels say, None or nothing where they say nothing.

    `place` are the words for a town, or with `division` for a governorate, which is named after its town; `told` says whether the text
    tells the day (`is_told`), `gainsaid` that it does not, and can mean no such day (`is_gainsaid`).
    """

    killed: int
    injured: int | None = None
    place: str | None = None
    division: bool = False
    day: str | None = None
    told: bool = False
    gainsaid: bool = False


def read_news_cluster(shared: Path) -> Iterator[tuple[Row, str]]:
    """The articles of Giveme5W1H's news clusters, each with its event's label, in the order of their file names."""
    for path in sorted((shared / "data" / "news_cluster").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        row = {"id": told["dId"], "outlet": told["source_domain"], "published": told["date_publish"]}
        yield _fill(row, told), str(told["newsCluster"]["EventId"])


def read_basil(shared: Path) -> Iterator[tuple[Row, str]]:
    """The articles of BASIL, each with its event's label, by file name: sentences joined by spaces, paragraphs by a blank line."""
    for path in sorted((shared / "data" / "basil" / "articles").rglob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in told["body-paragraphs"])
        row = {"id": path.stem, "outlet": told["source"], "published": told["date"]}
        yield _fill(row, told | {"text": text}), told["triplet-uuid"]


def read_ecbplus(shared: Path) -> Iterator[tuple[Row, str]]:
    """The articles of ECB+, each with its sub-event's label, by file name: a line a sentence, a first line that is an address as `url`.

    A topic holds two events of one kind: `7_3ecb.xml` tells one, `7_3ecbplus.xml` the other. None bears a day outside its text.
    """
    for path in sorted((shared / "data" / "ecbplus").glob("*/*.xml")):
        lines: dict[str, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            lines.setdefault(token.get("sentence", ""), []).append(token.text or "")
        sentences = list(lines.values())
        url = "".join(sentences.pop(0)) if sentences and sentences[0][0] == "http" else ""
        row = {"id": path.stem, "url": url, "text": "\n".join(map(join_tokens, sentences))}
        topic, _, name = path.stem.partition("_")
        yield {key: value for key, value in row.items() if value}, f"{topic} {name.lstrip('0123456789')}"


def read_seeds(shared: Path) -> Iterator[tuple[Row, str]]:
    """The five seeds, which are one story."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        yield {"id": f"seed-{path.stem}", "text": path.read_bytes().decode("utf-8")}, "seeds"


def join_tokens(tokens: Iterable[str]) -> str:
    """Tokens as one sentence: no space before what closes or after what opens, quotation marks by turns."""
    text = re.sub(r" (?=[.,;:!?%)\]’”]|n't\b|['’](?:s|re|ve|ll|d|m)\b)|(?<=[(\[$£€“‘]) ", "", " ".join(tokens))
    return re.sub(r'" ?([^"]*?) ?"', r'"\1"', text)


def read_polnear(shared: Path, split: str) -> Iterator[Row]:
    """The articles of one part of PolNeAR, in the order of their file names, without newline translation."""
    for path in sorted((shared / "data" / "polnear" / split / "text").glob("*.txt")):
        yield {"id": path.stem, "text": path.read_bytes().decode("utf-8")}


def read_fakes(shared: Path) -> Iterator[tuple[Row, Labelled]]:
    """The reports of FA-KES by id, without their labels, each with the incident its row names; a dozen ids come twice."""
    for number, told in enumerate(_read_table(shared / "data" / "fakes" / "fakes.csv", ",")):
        row = {"id": f"{told['unit_id']}-{number}", "title": told["article_title"], "text": told["article_content"]}
        month, day, year = map(int, told["date"].split("/"))
        when = date(2000 + year, month, day)
        killed = int(told["nb_civilians"]) + int(told["nb_noncivilians"])
        text = told["article_content"]
        yield row, Labelled(killed, None, told["location"], True, when.isoformat(), is_told(when, text), is_gainsaid(when, text))


def read_gvdb(shared: Path) -> Iterator[tuple[Row, Labelled]]:
    """The shootings of the Gun Violence Database's development part by id, each with its victims and, where marked, its city.

    The texts have their title in front without a space; it is set off as a line of its own.
    """
    for told in _read_table(shared / "data" / "gvdb" / "dev.tsv", "\t"):
        labels = json.loads(told["Json"])
        states = [victim["victim-was"] for victim in labels["victim-section"]]
        title, city = told["Article title"].strip(), labels["date-and-time"]["city"]["value"].strip()
        body = told["Full text"].strip().removeprefix(title).strip()
        injured = sum("killed" not in state and bool({"injured", "hospitalized"} & set(state)) for state in states)
        labelled = Labelled(sum("killed" in state for state in states), injured, city or None)
        yield {"id": told["Article id"], "text": f"{title}\n\n{body}"}, labelled


def read_muc4(shared: Path) -> Iterator[tuple[Row, frozenset[str] | None]]:
    """The wire texts of MUC-4's development part, all in capitals, each with the words for the people whom its templates name as targets;
    None where it has no template."""
    people: dict[str, set[str]] = {}
    keys = (shared / "data" / "muc4" / "keys_dev").read_text(encoding="utf-8").split("%%%")
    for slots in (json.loads(key) for key in keys if key.strip()):
        told = dict(slot for slot in slots if slot[0] in ("message_id", "message_template"))
        if told["message_template"] != "*":
            fills = (fill for name, fill in slots if name in ("hum_tgt_name", "hum_tgt_description") and fill)
            people.setdefault(told["message_id"], set()).update(
                word for fill in fills for word in (*fill.get("strings", ()), *fill.get("strings_lhs", ()))
            )
    texts = (shared / "data" / "muc4" / "doc_dev").read_text(encoding="utf-8").splitlines()
    for row in (json.loads(line) for line in texts if line):
        named = people.get(row["docid"])
        yield {"id": row["docid"], "text": row["text"], "language": "en"}, None if named is None else frozenset(named)


def _read_table(path: Path, delimiter: str) -> list[Row]:
    """The rows of a table with a heading, in the order of their first column."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter=delimiter)
        return sorted(table, key=lambda told: int(told[(table.fieldnames or [])[0]]))


def is_told(day: date, text: str) -> bool:
    """Whether a text's body, behind the day at its head, writes a day out, names its weekday within the week before the head's day, or says
    "today" or "yesterday" of it."""
    head, end = _find_head(text)
    body = text[end:]
    if head is None or not 0 <= (head - day).days < WEEK:
        return is_written(day, body)
    words = [WEEKDAYS[day.weekday()], *DAYS_AGO[(head - day).days : (head - day).days + 1]]
    return is_written(day, body) or bool(re.search(rf"\b(?:{'|'.join(words)})", body, re.IGNORECASE))


def _find_head(text: str) -> tuple[date | None, int]:
    """The first day with its year at the head of a text, and where it ends; in digits only where one order of day and month is possible."""
    named = [(one, _read_named(one)) for one in FULL_DAY.finditer(text, 0, HEAD)]
    digits = [(one, _make_day(one["day"], int(one["month"]), one)) for one in DIGITS.finditer(text, 0, HEAD) if _is_ordered(one)]
    found = sorted((one.start(), day, one.end()) for one, day in (*named, *digits) if day is not None)
    return found[0][1:] if found else (None, 0)


def _is_ordered(found: re.Match[str]) -> bool:
    return found["mark"] == "." or int(found["day"]) > len(MONTHS) or found["day"] == found["month"]


def _read_named(found: re.Match[str]) -> date | None:
    month = (found["month"] or found["later"])[:3].title()
    return _make_day(found["day"] or found["last"], SHORT.index(month) + 1, found) if month in SHORT else None


def is_written(day: date, text: str) -> bool:
    """Whether a text writes a day out with its month, in words or digits, with its year or without one (as "Jul 172015", too)."""
    name = MONTHS[day.month - 1]
    month, number = f"(?:{name}|{name[:3]})\\.?", f"0?{day.day}(?:st|nd|rd|th)?"
    words = rf"(?:\b{number} (?:of )?{month}|\b{month} {number})(?:(?!\d)|(?={day.year}))(?:,? (?!{day.year})(?:19|20)\d\d)?"
    written = (found[0] for found in re.finditer(words, text, re.IGNORECASE))
    digits = rf"(?<!\d)0?{day.day}(?P<mark>[-./])0?{day.month}(?P=mark){day.year}(?!\d)"
    return any(not re.search(r"(?:19|20)\d\d$", one) for one in written) or bool(re.search(digits, text)) or day.isoformat() in text


def is_gainsaid(day: date, text: str) -> bool:
    """Whether a day is neither written in a text nor one that a weekday in it can mean: in the week before a day written with its year.

    A text without such a day gainsays none.
    """
    named = [_read_named(found) for found in FULL_DAY.finditer(text)]
    digits = [_make_day(found["day"], int(found["month"]), found) for found in DIGITS.finditer(text)]
    written = [one for one in (*named, *digits) if one is not None]
    return bool(written) and not is_written(day, text) and not any(0 <= (one - day).days <= WEEK for one in written)


def _make_day(day: str, month: int, found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), month, int(day))
    except ValueError:
        return None


def write_rows(rows: Iterable[Row], path: Path) -> Path:
    """The rows as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def _fill(row: Row, told: dict[str, str]) -> Row:
    filled = row | {key: told[key] for key in ("title", "url", "text")}
    return {key: value for key, value in filled.items() if value}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place named in a labelled article: where its name stands, and where the place lies, in degrees."""

    start: int
    end: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Day:
    """Words for a time in a labelled article: where they stand, and the day they mean, None where that is no single day."""

    start: int
    end: int
    day: str | None


def read_geovirus(shared: Path) -> Iterator[tuple[Row, list[Toponym]]]:
    """The articles of GeoVirus with the places they name; its offsets begin at 1."""
    for number, article in enumerate(ElementTree.parse(shared / "data" / "geo" / "GeoVirus.xml").getroot()):
        spots = [_read_spot(one, _number(one, "lat"), _number(one, "lon"), base=1) for one in article.iter("location")]
        yield {"id": f"virus-{number}", "text": article.findtext("text", "")}, [spot for spot in spots if spot]


def read_lgl(shared: Path) -> Iterator[tuple[Row, list[Toponym]]]:
    """The articles of the Local-Global Lexicon with those of the places they name that have coordinates."""
    for article in ElementTree.parse(shared / "data" / "geo" / "lgl.xml").getroot():
        spots = [_read_spot(one, _number(one, "gaztag/lat"), _number(one, "gaztag/lon")) for one in article.iter("toponym")]
        yield {"id": f"lgl-{article.get('docid')}", "text": article.findtext("text", "")}, [spot for spot in spots if spot]


def read_timebank(shared: Path) -> Iterator[tuple[Row, list[Day]]]:
    """The articles of TimeBank and AQUAINT with their days of publication and all words for dates and times."""
    for path in sorted((shared / "data" / "timebank").rglob("*.tml")):
        root = ElementTree.parse(path).getroot()
        creation = root.find("DCT/TIMEX3")
        text, days = _read_times(root.find("TEXT"))
        published = "" if creation is None else creation.get("value", "")[:10]
        yield {"id": path.stem, "text": text, "published": published}, days


def _read_times(body: ElementTree.Element | None) -> tuple[str, list[Day]]:
    """A text without its tags, and the words tagged as dates and times; a single day is the value of a date alone."""
    pieces: list[str] = []
    days: list[Day] = []

    def read(element: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            read(child)
            pieces.append(child.tail or "")
        if element.tag == "TIMEX3" and element.get("type") in ("DATE", "TIME"):
            value = element.get("value", "")
            is_day = element.get("type") == "DATE" and bool(DAY.fullmatch(value))
            days.append(Day(start, sum(map(len, pieces)), value if is_day else None))

    if body is not None:
        read(body)
    return "".join(pieces), days


def _read_spot(element: ElementTree.Element, lat: float | None, lon: float | None, base: int = 0) -> Toponym | None:
    if lat is None or lon is None:
        return None
    return Toponym(int(element.findtext("start", "0")) - base, int(element.findtext("end", "0")) - base, lat, lon)


def _number(element: ElementTree.Element, path: str) -> float | None:
    text = element.findtext(path)
    return float(text) if text else None
