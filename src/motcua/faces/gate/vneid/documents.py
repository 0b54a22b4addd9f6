# SPDX-License-Identifier: Apache-2.0
"""The provider's configuration and keys, kept in each process for some minutes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

FRESH_SECONDS = 300.0
ANEW_SECONDS = 15.0  # a token signed with a key we do not know makes us look again, not oftener


class Documents:
    """JSON documents by address. Raises requests.RequestException when they cannot be had."""

    def __init__(self, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._kept: dict[str, tuple[float, dict[str, Any]]] = {}

    def get(self, address: str, *, within: float = FRESH_SECONDS) -> dict[str, Any]:
        """Return the document, not older than `within` seconds."""
        kept = self._kept.get(address)
        if kept is not None and self._ticks() - kept[0] < within:
            return kept[1]
        document = fetch(address)
        self._kept[address] = (self._ticks(), document)
        return document

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()


def fetch(address: str, *, bearer: str = "") -> dict[str, Any]:
    """Return a JSON object from an address. Raises requests.RequestException, OAuth2Error."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    with get_adapter().get_requests_session() as session:
        response = session.get(address, headers=headers, allow_redirects=False)
        response.raise_for_status()
        document = response.json()
    if not isinstance(document, dict):
        raise OAuth2Error("not a JSON object")
    return document


DOCUMENTS = Documents()
