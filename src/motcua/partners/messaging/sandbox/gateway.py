# SPDX-License-Identifier: Apache-2.0
"""The gateway as WSGI: messages in, receipts out, a page that shows what would have gone out."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from motcua.kit import clock
from motcua.kit.standin import pages
from motcua.kit.standin.web import Asked, Reply
from motcua.partners.messaging.sandbox.faults import WORDING, Misbehaviour
from motcua.partners.messaging.signature import HEADER, fits, sign

render = partial(pages.render, Path(__file__).parent / "templates")
KEPT = 200
RECEIPT_TRIES = 5
SLOW_SECONDS = 30.0
NEEDED = ("id", "channel", "to", "text", "receipt_to")


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that was accepted under a number of the gateway's own."""

    reference: str
    channel: str
    to: str
    subject: str
    text: str
    at: str


class Gateway:
    """The WSGI application; `faults` are the misbehaviours switched on now."""

    def __init__(
        self,
        *,
        secret: str,
        receipt_address: str,
        sleep: Callable[[float], None] = time.sleep,
        later: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        self.faults: set[Misbehaviour] = set()
        self.taken: OrderedDict[str, Taken] = OrderedDict()
        self._secret, self._receipts, self._sleep = secret, receipt_address, sleep
        self._later = later or _in_background
        self._lock = threading.Lock()

    def __call__(
        self, environ: Mapping[str, Any], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """Answer one WSGI request."""
        asked = Asked.read(environ)
        reply = self._reply(asked, str(environ.get("HTTP_X_SIGNATURE", "")))
        start_response(*reply.start())
        return [reply.body]

    def _reply(self, asked: Asked, signature: str) -> Reply:
        if (asked.method, asked.path) == ("GET", "/"):
            return self._home(asked)
        if (asked.method, asked.path) == ("POST", "/faults"):
            self.faults = {Misbehaviour(name) for name in asked.names if name in WORDING}
            return Reply.to("/")
        if (asked.method, asked.path) != ("POST", "/api/messages"):
            return Reply.refusal("not_found", HTTPStatus.NOT_FOUND)
        if Misbehaviour.SLOW in self.faults:
            self._sleep(SLOW_SECONDS)
        if Misbehaviour.DOWN in self.faults:
            return Reply.refusal("server_error", HTTPStatus.INTERNAL_SERVER_ERROR)
        if not fits(asked.body, self._secret, signature):
            return Reply.refusal("wrong_signature", HTTPStatus.FORBIDDEN)
        return self._take(asked.body)

    def _take(self, body: bytes) -> Reply:
        """Accept a message once; the same id again gets the same answer and is not sent again."""
        message = _read(body)
        if not all(isinstance(message.get(name), str) for name in NEEDED):
            return Reply.refusal("malformed")
        if not self._is_ours(message["receipt_to"]):
            return Reply.refusal("foreign_address")
        key = message["id"]
        with self._lock:
            known = self.taken.get(key)
            taken = known or self._new(message, key)
        if known is None and Misbehaviour.LOST not in self.faults:
            self._later(partial(self._receipt, key, taken.reference, message["receipt_to"]))
        return Reply.json({"reference": taken.reference}, HTTPStatus.ACCEPTED)

    def _new(self, message: Mapping[str, str], key: str) -> Taken:
        at = clock.now()
        taken = Taken(
            f"tn-{key}", message["channel"], message["to"], message.get("subject", ""),
            message["text"], at.astimezone(clock.VN).strftime("%H:%M:%S %d/%m/%Y"),
        )  # fmt: skip
        self.taken[key] = taken
        while len(self.taken) > KEPT:
            self.taken.popitem(last=False)
        return taken

    def _is_ours(self, address: str) -> bool:
        """Say whether a receipt may go there: this gateway knows one customer."""
        ours, theirs = urlsplit(self._receipts), urlsplit(address)
        return (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc)

    def _receipt(self, key: str, reference: str, address: str) -> None:
        delivered = Misbehaviour.UNDELIVERED not in self.faults
        outcome = "delivered" if delivered else "unknown_number"
        body = json.dumps(
            {"id": key, "reference": reference, "delivered": delivered, "outcome": outcome}
        ).encode()
        secret = self._secret + "!" * (Misbehaviour.WRONG_SIGNATURE in self.faults)
        for _ in range(1 + (Misbehaviour.TWICE in self.faults)):
            self._post(address, body, sign(body, secret))

    def _post(self, address: str, body: bytes, signature: str) -> None:
        headers = {"Content-Type": "application/json", HEADER: signature}
        for number in range(RECEIPT_TRIES):
            request = urllib.request.Request(address, data=body, headers=headers, method="POST")
            try:
                with urllib.request.urlopen(request, timeout=5):
                    return
            except urllib.error.HTTPError as error:
                if error.code < HTTPStatus.INTERNAL_SERVER_ERROR:
                    return
            except OSError:
                pass
            self._sleep(2.0**number)

    def _home(self, asked: Asked) -> Reply:
        with self._lock:
            taken = list(reversed(self.taken.values()))
        language = asked.query.get("language", "vi")
        faults = [(one.value, words, one in self.faults) for one, words in WORDING.items()]
        return Reply.html(render("home.jinja", language, taken=taken, faults=faults))


def _in_background(work: Callable[[], None]) -> None:
    """Let the answer go out first, as a real gateway does."""
    timer = threading.Timer(0.5, work)
    timer.daemon = True
    timer.start()


def _read(body: bytes) -> dict[str, Any]:
    try:
        message = json.loads(body)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}
