"""Which agency or outlet a name means, and to whom it belongs."""

import pytest

from crosswire.settings import Outlet
from crosswire.weigh.press import BUNDLED, Press, squeeze


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Port Post", "www.portpost.example"),
        ("portpost.co.uk", "https://portpost.com/news/1"),
        ("news.portpost.co.uk", "Port Post"),
        ("ab.com", "AB"),
    ],
)
def test_a_name_and_its_domains_are_one(one: str, other: str) -> None:
    assert squeeze(one) == squeeze(other)


def test_a_bundled_outlet_by_name_and_domain() -> None:
    assert BUNDLED.find_outlet("the Guardian") == BUNDLED.find_outlet("www.theguardian.com") == "The Guardian"
    assert BUNDLED.find_outlet("Reuters") is None
    assert BUNDLED.find_outlet("The Port Post") is None


def test_what_the_user_names() -> None:
    post = Outlet("The Port Post", forms=("Post of Arl",), domains=("harbour.example",), group="Port Media")
    wire = Outlet("Arl Wire", forms=("AW",), agency=True, group="Port Media")
    press = Press((post, wire))
    assert press.find_outlet("post of arl") == press.find_outlet("harbour.example") == "The Port Post"
    assert press.find_agency("AW") == "Arl Wire" and press.find_outlet("Arl Wire") is None
    assert press.find_group("harbour.example") == press.find_group("Arl Wire") == "Port Media"
    assert press.find_group("The Lamp") is None
