# SPDX-License-Identifier: Apache-2.0
"""Just enough web: a request read from WSGI and a reply written to it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit, urlunsplit

LARGEST_BODY = 64 * 1024
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request; `query` and `form` hold the last value of each name."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    names: tuple[str, ...]
    authorization: str
    body: bytes

    @classmethod
    def read(cls, environ: Mapping[str, Any]) -> Asked:
        """Read a WSGI environment; a body that is too large is not read."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if 0 < length <= LARGEST_BODY else b""
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        return cls(
            method=environ["REQUEST_METHOD"],
            path=environ.get("PATH_INFO", "/"),
            query=_last(parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)),
            form=_last(form),
            names=tuple(form.get("fault", ())),
            authorization=environ.get("HTTP_AUTHORIZATION", ""),
            body=body,
        )

    def bearer(self) -> str:
        """Return the access token of the header."""
        kind, _, token = self.authorization.partition(" ")
        return token.strip() if kind.lower() == "bearer" else ""

    def client(self) -> tuple[str, str]:
        """Return client id and secret, from the header or the form."""
        kind, _, coded = self.authorization.partition(" ")
        if kind.lower() != "basic":
            return self.form.get("client_id", ""), self.form.get("client_secret", "")
        try:
            name, _, secret = base64.b64decode(coded).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        return unquote(name), unquote(secret)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer ready to be written."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def html(cls, text: str, status: HTTPStatus = HTTPStatus.OK) -> Reply:
        """Return a page."""
        return cls(status, text.encode(), headers={"Content-Security-Policy": POLICY})

    @classmethod
    def json(cls, value: object, status: HTTPStatus = HTTPStatus.OK) -> Reply:
        """Return a JSON document."""
        return cls(status, json.dumps(value, ensure_ascii=False).encode(), "application/json")

    @classmethod
    def refusal(cls, error: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> Reply:
        """Return an error as JSON."""
        return cls.json({"error": error}, status)

    @classmethod
    def to(cls, address: str, **query: str) -> Reply:
        """Send the browser to an address with these values in its query."""
        parts = urlsplit(address)
        added = urlencode({name: value for name, value in query.items() if value})
        joined = "&".join(text for text in (parts.query, added) if text)
        location = urlunsplit(parts._replace(query=joined))
        return cls(HTTPStatus.SEE_OTHER, headers={"Location": location})

    def start(self) -> tuple[str, list[tuple[str, str]]]:
        """Return status line and headers for WSGI."""
        headers = {
            "Content-Type": self.kind,
            "Content-Length": str(len(self.body)),
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            **self.headers,
        }
        return f"{self.status.value} {self.status.phrase}", list(headers.items())


def _last(values: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {name: list(given)[-1] for name, given in values.items()}
