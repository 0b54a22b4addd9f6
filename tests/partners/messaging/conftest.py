# SPDX-License-Identifier: Apache-2.0
"""The stand-in on a real port, and receipts that come back into the test's own process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from motcua.kit.standin.server import listen
from motcua.partners.messaging.sandbox.gateway import Gateway

SECRET = "bí-mật-của-cổng"


@dataclass
class Running:
    """A gateway that serves; `receipts` wait until `deliver()` sends them."""

    address: str
    gateway: Gateway
    receipts: list[Callable[[], None]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    def deliver(self) -> None:
        """Send the receipts that wait."""
        while self.receipts:
            self.receipts.pop(0)()


@pytest.fixture
def standin(live_server: object) -> Iterator[Running]:
    waiting: list[Callable[[], None]] = []
    slept: list[float] = []
    gateway = Gateway(
        secret=SECRET, receipt_address=str(live_server), sleep=slept.append, later=waiting.append
    )
    server = listen(gateway, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Running(f"http://127.0.0.1:{server.server_port}", gateway, waiting, slept)
    server.shutdown()
    server.server_close()


@pytest.fixture
def messaging(standin: Running, live_server: object, settings: object) -> Running:
    """The product set up to send through the stand-in."""
    settings.MESSAGING_URL = standin.address
    settings.MESSAGING_SECRET = SECRET
    settings.PUBLIC_URL = str(live_server)
    return standin
