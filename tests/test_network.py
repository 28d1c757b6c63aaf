"""Tests cannot leave this machine, and can talk to themselves."""

import socket
import urllib.request

import pytest


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "2001:db8::1"])
def test_connections_that_leave_are_refused(host: str) -> None:
    with pytest.raises(RuntimeError, match="this machine alone"):
        socket.create_connection((host, 80), timeout=1)


def test_datagrams_that_leave_are_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender, pytest.raises(RuntimeError, match="this machine alone"):
        sender.sendto(b"?", ("192.0.2.1", 53))


def test_libraries_are_refused_too() -> None:
    with pytest.raises(RuntimeError, match="this machine alone"):
        urllib.request.urlopen("http://example.org/", timeout=1)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=5) as client:
        client.sendall(b"here")
        assert server.accept()[0].recv(4) == b"here"
