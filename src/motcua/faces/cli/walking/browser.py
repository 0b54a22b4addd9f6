# SPDX-License-Identifier: Apache-2.0
"""A small browser: cookies, redirections, forms with files; no script."""

from __future__ import annotations

import http.client
import http.cookiejar
import secrets
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode, urljoin

from motcua.faces.cli.walking import pages
from motcua.faces.cli.walking.pages import Form, Page
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

SECONDS = 60.0
FILE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
Values = Mapping[str, Sequence[str]]


class Browser:
    """One person's browser at one address; pages are asked for in English."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self._jar)
        )
        self.get("/language/en")

    def get(self, path: str) -> Page:
        """Open a page."""
        return self._ask(path)

    def send(
        self,
        page: Page,
        form: Form,
        values: Values,
        *,
        button: tuple[str, str] | None = None,
        files: Sequence[str] = (),
    ) -> Page:
        """Fill in a form, press a button and follow where it leads; `files` get a sample PDF."""
        posted = {**form.standing(), **values}
        pairs = [(name, value) for name, chosen in posted.items() for value in chosen]
        if button is not None:
            pairs.append(button)
        address = urljoin(page.url, form.action or page.url)
        body, kind = _multipart(pairs, files) if form.files else _encoded(pairs)
        headers = {"Content-Type": kind, "Referer": page.url}
        return self._ask(address, body, headers)

    def _ask(
        self, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Page:
        """Raises Refusal where the address is none, or nobody there speaks HTTP."""
        try:
            address = urljoin(self.address + "/", path)
            request = urllib.request.Request(address, data=body, headers=dict(headers or {}))
            with self._opener.open(request, timeout=SECONDS) as answer:
                return _read(answer)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return _read(refusal)
        except (urllib.error.URLError, http.client.HTTPException, ValueError) as error:
            raise Refusal(
                N_("Nobody answers at %(address)s; start the system by `make up`."),
                address=self.address,
            ) from error


def _read(answer: http.client.HTTPResponse | urllib.error.HTTPError) -> Page:
    status = answer.status or 0
    return pages.read(answer.url, status, answer.read().decode("utf-8", "replace"))


def _encoded(pairs: Sequence[tuple[str, str]]) -> tuple[bytes, str]:
    return urlencode(pairs).encode(), "application/x-www-form-urlencoded"


def _multipart(pairs: Sequence[tuple[str, str]], files: Sequence[str]) -> tuple[bytes, str]:
    edge = secrets.token_hex(16)
    parts = [_part(edge, f'name="{name}"', value.encode()) for name, value in pairs]
    parts += [
        _part(edge, f'name="{name}"; filename="sample.pdf"', FILE, "application/pdf")
        for name in files
    ]
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    return body, f"multipart/form-data; boundary={edge}"


def _part(edge: str, title: str, content: bytes, kind: str = "") -> bytes:
    typed = f"Content-Type: {kind}\r\n" if kind else ""
    head = f"--{edge}\r\nContent-Disposition: form-data; {title}\r\n{typed}\r\n"
    return head.encode() + content + b"\r\n"
