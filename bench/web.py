# SPDX-License-Identifier: Apache-2.0
"""A small HTTP client over kept connections, cheap enough to share the machine with the server."""

from __future__ import annotations

import asyncio
import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def signed_in(address: str, name: str, password: str) -> dict[str, str]:
    """Sign an official in as a browser does and return the cookies."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(f"{address}/vao/can-bo").read().decode()
    form = {"name": name, "password": password, "next": "/design/"}
    form["csrfmiddlewaretoken"] = TOKEN.search(page)[1]
    request = urllib.request.Request(
        f"{address}/vao/can-bo", urllib.parse.urlencode(form).encode(), {"Referer": address}
    )
    browser.open(request)
    return {cookie.name: cookie.value for cookie in jar}


def mark_of(address: str, cookies: dict[str, str]) -> str:
    """Return the ETag of a page."""
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with urllib.request.urlopen(
        urllib.request.Request(address, headers={"Cookie": cookie})
    ) as page:
        return str(page.headers["ETag"])


class Connection:
    """One kept connection; one request at a time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    async def open(self) -> None:
        """Connect."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, request: bytes) -> int:
        """Send a request and return the status of the answer, whose body is thrown away."""
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        found = re.search(rb"(?i)content-length: (\d+)", head)
        if found and int(found[1]):
            await self.reader.readexactly(int(found[1]))
        return int(head[9:12])


def head(
    method: str, path: str, port: int, cookies: dict[str, str], body: int = 0, mark: str = ""
) -> bytes:
    """Return the head of a request, empty line included; `mark` is the ETag of what is known."""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: localhost:{port}",
        "Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()),
    ]
    if method == "POST":
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {body}"]
    if mark:
        lines.append(f"If-None-Match: {mark}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
