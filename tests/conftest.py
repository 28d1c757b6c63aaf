"""What every test runs under: no network but this machine, and generated inputs that are the same on every run."""

import ipaddress
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


class NetworkReached(RuntimeError):
    """A test tried to leave this machine."""


def is_loopback(host: object) -> bool:
    """Whether a host is this machine; names other than localhost are not, for looking them up asks the network."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in ("", "localhost", None):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


def refuse_network(event: str, args: tuple[Any, ...]) -> None:
    """Stops a connection, a datagram or a look-up that leaves this machine (an audit hook: none can go round it)."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        host = address[0] if isinstance(address, tuple) else None  # a path: a socket in the file system
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    else:
        return
    if not is_loopback(host):
        raise NetworkReached(f"{event} to {host}: tests use files and this machine alone")


sys.addaudithook(refuse_network)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/golden --rewrite-golden` writes the golden records anew, to be read as a diff; --pictures keeps the page's pictures."""
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden/*.txt from what the code does now")
    parser.addoption("--pictures", type=Path, metavar="DIR", help="write the pictures of tests/browser/test_pictures.py into this folder")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The measures first: they take longest, so that the other workers have the rest to do beside them."""
    items.sort(key=lambda item: item.path.name != "test_measures.py")
