# SPDX-License-Identifier: Apache-2.0
"""An address that no browser can open, or a server that speaks no HTTP, is told in a sentence."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from motcua.faces.cli.walking.browser import Browser
from motcua.kit.refusal import Refusal


@pytest.fixture
def babbler() -> Iterator[str]:
    """A server that answers whatever it is asked with something that is no HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_babble, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def _babble(listening: socket.socket) -> None:
    asked, _ = listening.accept()
    with asked:
        asked.recv(4096)
        asked.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")


@pytest.mark.parametrize(
    "address",
    ["nonsense", "", "http://", "http://[", "file:///etc", "http://a b", "http://localhost:x"],
)
def test_nobody_answers_at_what_is_no_address(address: str) -> None:
    with pytest.raises(Refusal) as refused:
        Browser(address)

    assert "Nobody answers" in str(refused.value)


def test_a_server_that_speaks_no_http_is_nobody(babbler: str) -> None:
    with pytest.raises(Refusal) as refused:
        Browser(babbler)

    assert "Nobody answers" in str(refused.value)
