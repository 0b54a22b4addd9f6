# SPDX-License-Identifier: Apache-2.0
"""Speaks HTTP with the messaging gateway: one message, one answer, every failure by name."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from motcua.domains.hub.ports import PartnerFault
from motcua.partners.messaging.signature import HEADER, sign

SECONDS = 10.0
LARGEST_ANSWER = 64 * 1024
PATH = "/api/messages"


class _Straight(urllib.request.HTTPRedirectHandler):
    """The gateway answers where it is asked; being sent elsewhere is a failure."""

    def redirect_request(self, *args: Any) -> None:
        """Follow nothing."""


_OPENER = urllib.request.build_opener(_Straight)


def post(
    address: str,
    message: Mapping[str, str],
    *,
    secret: str,
    correlation_id: UUID,
    seconds: float = SECONDS,
) -> str:
    """Hand a message over and return the gateway's own number of it. Raises PartnerFault."""
    body = json.dumps(message, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json",
        "X-Correlation-Id": str(correlation_id),
        HEADER: sign(body, secret),
    }
    request = urllib.request.Request(address + PATH, data=body, headers=headers, method="POST")
    try:
        with _OPENER.open(request, timeout=seconds) as answer:
            text = answer.read(LARGEST_ANSWER + 1)
    except urllib.error.HTTPError as error:
        code = error.code
        raise PartnerFault(f"http_{code}", again=code >= 500 or code == 429) from error
    except (OSError, http.client.HTTPException) as error:
        cause = getattr(error, "reason", error)
        outcome = "timeout" if isinstance(cause, TimeoutError) else "unreachable"
        raise PartnerFault(outcome, again=True) from error
    return _reference(text)


def _reference(text: bytes) -> str:
    try:
        answer = json.loads(text) if len(text) <= LARGEST_ANSWER else None
    except ValueError as error:
        raise PartnerFault("malformed", again=True) from error
    reference = answer.get("reference") if isinstance(answer, dict) else None
    if not isinstance(reference, str) or not reference:
        raise PartnerFault("malformed", again=True)
    return reference
