# SPDX-License-Identifier: Apache-2.0
"""What a browser without a cache receives for one portal page: all files, as they are packed."""

from __future__ import annotations

import gzip
import re
import urllib.request
from urllib.parse import urljoin

import brotli

PAGES = ("/", "/thu-tuc", "/thu-tuc/1.001193", "/tra-cuu")
LINKED = re.compile(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"#]+)"')
PAINTED = re.compile(r"url\([\"']?([^\"')]+)[\"']?\)")


def measure(address: str) -> dict[str, int]:
    """Return bytes on the wire by page."""
    return {path: _page(f"{address}{path}") for path in PAGES}


def _page(address: str) -> int:
    size, text = _fetch(address)
    files = {urljoin(address, found) for found in LINKED.findall(text)}
    for file in sorted(files):
        length, content = _fetch(file)
        size += length
        if ".css" in file:
            painted = {urljoin(file, found) for found in PAINTED.findall(content)} - files
            size += sum(_fetch(one)[0] for one in painted if not one.startswith("data:"))
    return size


def _fetch(address: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br, gzip"})
    with urllib.request.urlopen(request) as response:
        body: bytes = response.read()
        packing = response.headers.get("Content-Encoding", "")
    plain = {"br": brotli.decompress, "gzip": gzip.decompress}.get(packing, bytes)(body)
    return len(body), plain.decode(errors="replace")
