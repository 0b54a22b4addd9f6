# SPDX-License-Identifier: Apache-2.0
"""The stand-in for VNeID, listening on a free port of this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from motcua.kit.standin.server import listen
from motcua.partners.vneid.sandbox.people import read_passcode, read_people
from motcua.partners.vneid.sandbox.provider import Provider
from motcua.partners.vneid.sandbox.settings import Settings
from motcua.partners.vneid.sandbox.signing import Signer


@pytest.fixture(scope="session")
def signer() -> Signer:
    """A key; making one takes a moment."""
    return Signer.new()


@pytest.fixture
def provider(signer: Signer) -> Iterator[Provider]:
    """The provider with one client, `motcua`, on the hosts of Django's test client."""
    settings = Settings(
        issuer="", client_id="motcua", client_secret="bí mật", hosts=("testserver",),
        people=read_people(), passcode=read_passcode(), signer=signer, slow_seconds=2.0,
    )  # fmt: skip
    provider = Provider(settings)
    server = listen(provider, "127.0.0.1", 0)
    provider.settings = replace(settings, issuer=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield provider
    server.shutdown()
    thread.join()
    server.server_close()
