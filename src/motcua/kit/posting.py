# SPDX-License-Identifier: Apache-2.0
"""Posts JSON to a partner: one message, one answer, every failure by name."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

SECONDS = 10.0
LARGEST_ANSWER = 256 * 1024


class PartnerFault(Exception):  # noqa: N818
    """A call that failed; `outcome` is a short code for the log, without anything personal.

    `again` says whether repeating the same call later may help.
    """

    def __init__(self, outcome: str, *, again: bool) -> None:
        super().__init__(outcome)
        self.outcome = outcome
        self.again = again


class _Straight(urllib.request.HTTPRedirectHandler):
    """A partner answers where it is asked; being sent elsewhere is a failure."""

    def redirect_request(self, *args: Any) -> None:
        """Follow nothing."""


_OPENER = urllib.request.build_opener(_Straight)


def post(
    address: str, body: bytes, headers: Mapping[str, str], *, seconds: float = SECONDS
) -> Mapping[str, Any]:
    """Send the body, JSON already, and return the answer. Raises PartnerFault."""
    asked = urllib.request.Request(
        address, data=body, headers={"Content-Type": "application/json", **headers}, method="POST"
    )
    try:
        with _OPENER.open(asked, timeout=seconds) as answer:
            return _read(answer.read(LARGEST_ANSWER + 1))
    except urllib.error.HTTPError as error:
        code = error.code
        raise PartnerFault(f"http_{code}", again=code >= 500 or code == 429) from error
    except (OSError, http.client.HTTPException) as error:
        raise PartnerFault(_reason(error), again=True) from error


def _reason(error: Exception) -> str:
    """Return a code for the log; the words of an error may hold addresses."""
    cause = getattr(error, "reason", error)
    return "timeout" if isinstance(cause, TimeoutError) else "unreachable"


def _read(text: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(text) if len(text) <= LARGEST_ANSWER else None
    except (ValueError, RecursionError) as error:
        raise PartnerFault("malformed", again=True) from error
    if not isinstance(answer, dict):
        raise PartnerFault("malformed", again=True)
    return answer
