# SPDX-License-Identifier: Apache-2.0
"""The stand-in as the process it is in a demonstration, calling back to a live server."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import httpx
import pytest
from pytest_django.fixtures import Settings as DjangoSettings
from pytest_django.live_server_helper import LiveServer

from motcua.domains.hub import jobs
from motcua.domains.hub import queries as hub
from motcua.domains.hub.acts.call import call
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.set_beneficiary_account import (
    NewAccount,
    set_beneficiary_account,
)
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units import queries as units
from motcua.domains.units.acts.load_reference import load_reference
from motcua.kit import clock
from motcua.kit.access import GUEST, Role
from motcua.partners.payment_gateway.sandbox.faults import Misbehaviour
from tests.builders import official, vn
from tests.domains.dossiers.conftest import Town, make_town, small_data  # noqa: F401

SECONDS = 20.0


@dataclass
class Gateway:
    """The running stand-in, and what a payer and a worker do with it."""

    address: str

    def faults(self, *names: Misbehaviour) -> None:
        """Let exactly these things go wrong."""
        httpx.post(f"{self.address}/faults", data={"fault": [str(name) for name in names]})

    def choose(self, reference: str, action: str) -> httpx.Response:
        """Do what a payer does on the page of the payment."""
        shown = payments.online_payment(reference)
        assert shown is not None
        assert httpx.get(shown.pay_address).status_code == 200
        return httpx.post(shown.pay_address, data={"action": action})

    def work(self) -> list[str]:
        """Carry out every call that waits, as a worker would; return what came of each."""
        waiting = [line.correlation_id for line in hub.exchanges(states=["waiting"])]
        for correlation_id in waiting:
            call(correlation_id=correlation_id, adapters=jobs.adapters(), at=clock.now())
        return [outcome(correlation_id) for correlation_id in waiting]


def outcome(correlation_id: UUID) -> str:
    """Return how an exchange ended last."""
    return next(line.outcome for line in hub.exchanges() if line.correlation_id == correlation_id)


@pytest.fixture
def gateway(live_server: LiveServer, settings: DjangoSettings) -> Iterator[Gateway]:
    """Start `python -m motcua.partners.payment_gateway.sandbox` on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://localhost:{port}"
    settings.PAYMENT_URL = address
    settings.ALLOWED_HOSTS = ["*"]
    ours = live_server.url.rsplit(":", 1)[1]
    environ = {**os.environ, "PORT": ours, "PAYMENT_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "-m", "motcua.partners.payment_gateway.sandbox"], env=environ
    )
    try:
        until(lambda: answers(address))
        yield Gateway(address)
    finally:
        process.terminate()
        process.wait(SECONDS)


def answers(address: str) -> bool:
    """Return whether the stand-in answers."""
    try:
        return httpx.get(address).status_code == 200
    except httpx.TransportError:
        return False


def until(condition: Callable[[], bool]) -> None:
    """Wait for what comes by itself, such as a callback."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.05)


@pytest.fixture
def owing(transactional_db: None, small_data: object) -> tuple[Town, str]:  # noqa: F811
    """A dossier with an open bill, in tables that other processes' callbacks can see."""
    load_reference(at=vn("2026-01-02 03:00"))
    load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)
    town = make_town()
    code = town.received()
    bill = payments.bill_of(code)
    assert bill is not None and bill.is_open
    admin = official("Nga", (units.agency(bill.unit_id).code, Role.UNIT_ADMIN))
    wanted = NewAccount(
        unit_id=bill.unit_id, bank_bin="970418", account_number="0000000000147",
        account_name="UBND PHUONG", valid_from=date(2025, 7, 1),
    )  # fmt: skip
    set_beneficiary_account(actor=admin, at=clock.now(), key=uuid4(), wanted=wanted)
    return town, code


def begun(code: str) -> str:
    """Begin to pay online."""
    return start_payment(
        actor=GUEST, at=clock.now(), key=uuid4(), dossier_code=code, payer_name="Nguyễn Thị Lan"
    )
