"""A page that is open in a browser, and what it has said and asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from crosswire.model import Record, Span
from crosswire.report.characters import show_controls

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Locator, Page

DESK = {"width": 1200, "height": 900}
PHONE = {"width": 360, "height": 740}

IN_SIGHT = """element => {
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
}"""
SETTLED = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  await frame()
  await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})))
  await frame()
}"""
# The words of a mark in an article, without the links that the page sets behind words.
OWN_WORDS = """element => {
  const copy = element.cloneNode(true)
  copy.querySelectorAll('.behind').forEach(link => link.remove())
  return copy.textContent
}"""


@dataclass
class Opened:
    """An open page. `heard` are console messages, errors, crashes and dialogs; `asked` are the addresses it asked for."""

    page: "Page"
    address: str
    heard: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.heard.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.page.on("crash", lambda _: self.heard.append("crash"))
        self.page.on("dialog", self._refuse)
        self.page.on("request", lambda request: self.asked.append(request.url.partition("#")[0]))

    def _refuse(self, dialog: "Dialog") -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, fragment: str = "") -> None:
        """Opens the file as from a link of another page."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{fragment}" if fragment else self.address)

    def go(self, fragment: str) -> None:
        """Goes to an address of the page that is open, as from its address bar, and lets it answer."""
        self.page.evaluate("fragment => { location.hash = fragment }", fragment)
        self.settle()

    def settle(self) -> None:
        """Waits until what was asked for has been drawn, and nothing moves."""
        self.page.evaluate(SETTLED)

    def find(self, selector: str) -> "Locator":
        """What is there and can be seen."""
        return self.page.locator(selector).locator("visible=true")

    def follow(self, link: "Locator") -> None:
        """Clicks on a link's words: what stands before them may be a mark that the browser draws and does not link."""
        link.locator("xpath=descendant-or-self::*[not(*)]").first.click()
        self.settle()

    def press(self, key: str) -> None:
        """Presses a key, and lets the page answer."""
        self.page.keyboard.press(key)
        self.settle()

    def press_until(self, key: str, selector: str, most: int = 100) -> None:
        """Presses a key until what is focused matches."""
        for _ in range(most):
            self.page.keyboard.press(key)
            if self.focuses(selector):
                return
        raise AssertionError(f"{most} times {key} do not lead to {selector}")

    def focuses(self, selector: str) -> bool:
        """Whether what is focused matches."""
        return bool(self.page.evaluate("selector => document.activeElement.matches(selector)", selector))

    def sees(self, locator: "Locator") -> bool:
        """Whether it stands within the window."""
        return bool(locator.evaluate(IN_SIGHT))

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    @property
    def fragment(self) -> str:
        """What stands behind # in the address."""
        return self.page.url.partition("#")[2]


# Both take a fragment of the address besides, and what a browser's context can be told (viewport, color_scheme, ...).
OpenFile = Callable[..., Opened]
OpenRecord = Callable[..., Opened]


def anchor(record: Record, span: Span) -> str:
    """The id of words in their article, as the page gives it."""
    place = next(place for place, article in enumerate(record.articles) if article.id == span.article)
    return f"words-{place}-{span.start}-{span.end}"


def check_words(here: Opened, record: Record, span: Span) -> None:
    """The pane shows these very words in their article, pointed out, in sight and focused."""
    words = here.page.locator(f'#pane [id="{anchor(record, span)}"]')
    words.wait_for(state="visible")
    here.settle()
    text: Any = words.evaluate(OWN_WORDS)
    assert show_controls(span.text).startswith(text)  # a mark that others cut across goes on in a piece of its own
    assert text
    assert here.sees(words)
    assert here.focuses(f'[id="{anchor(record, span)}"]')
