# SPDX-License-Identifier: Apache-2.0
"""Speaks HTTP with the payment platform: one message, one answer, every failure by name."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from motcua.domains.hub.ports import PartnerFault

SECONDS = 10.0
LARGEST_ANSWER = 256 * 1024
PATH = "/api/payment"


class _Straight(urllib.request.HTTPRedirectHandler):
    """The platform answers where it is asked; being sent elsewhere is a failure."""

    def redirect_request(self, *args: Any) -> None:
        """Follow nothing."""


_OPENER = urllib.request.build_opener(_Straight)


def post(
    address: str, message: Mapping[str, Any], *, correlation_id: UUID, seconds: float = SECONDS
) -> Mapping[str, Any]:
    """Send a message and return the answer. Raises PartnerFault."""
    request = urllib.request.Request(
        address + PATH,
        data=json.dumps(message, ensure_ascii=False).encode(),
        headers={"Content-Type": "application/json", "X-Correlation-Id": str(correlation_id)},
        method="POST",
    )
    try:
        with _OPENER.open(request, timeout=seconds) as answer:
            text = answer.read(LARGEST_ANSWER + 1)
    except urllib.error.HTTPError as error:
        code = error.code
        raise PartnerFault(f"http_{code}", again=code >= 500 or code == 429) from error
    except (OSError, http.client.HTTPException) as error:
        raise PartnerFault(_reason(error), again=True) from error
    return _read(text)


def is_theirs(address: str, pay_address: str) -> bool:
    """Say whether a page lies on the platform's own host: payers are sent nowhere else."""
    try:
        ours, theirs = urlsplit(address), urlsplit(pay_address)
    except ValueError:
        return False
    return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)


def _reason(error: Exception) -> str:
    """Return a code for the log; the words of an error may hold addresses."""
    cause = getattr(error, "reason", error)
    return "timeout" if isinstance(cause, TimeoutError) else "unreachable"


def _read(text: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(text) if len(text) <= LARGEST_ANSWER else None
    except ValueError as error:
        raise PartnerFault("malformed", again=True) from error
    if not isinstance(answer, dict):
        raise PartnerFault("malformed", again=True)
    return answer
