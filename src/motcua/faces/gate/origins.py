# SPDX-License-Identifier: Apache-2.0
"""Where a request comes from: address, port and kind of browser."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

from motcua.domains.people.origin import Origin

# The first word found names the part; the order matters, since browsers imitate one another.
BROWSERS = (
    ("CocCoc", "coc_coc_browser"), ("Edge", "Edg"), ("Opera", "OPR"), ("Samsung", "SamsungBrowser"),
    ("Firefox", "Firefox"), ("Firefox", "FxiOS"), ("Chrome", "Chrome"), ("Chrome", "CriOS"),
    ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
    ("macOS", "Mac OS X"), ("ChromeOS", "CrOS"), ("Linux", "Linux"),
)  # fmt: skip


def origin_of(request: HttpRequest) -> Origin:
    """Return the origin; behind our own TLS proxy the address it states last is taken."""
    meta = request.META
    ip, port = meta.get("REMOTE_ADDR", ""), meta.get("REMOTE_PORT", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        ip, port = _split(meta.get("HTTP_X_FORWARDED_FOR", ip).rpartition(",")[2].strip())
    device = device_label(request.headers.get("User-Agent", ""))
    return Origin(_address(ip), int(port) if port.isascii() and port.isdigit() else None, device)


def device_label(user_agent: str) -> str:
    """Return a short label such as `Chrome, Windows`; "" when neither is recognised."""
    found = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return ", ".join(name for name in found if name)


def _first(words: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for name, word in words if word in text), "")


def _split(stated: str) -> tuple[str, str]:
    """Return address and port of `1.2.3.4:567` or `[::1]:567`; the port is often left out."""
    if stated.startswith("["):
        ip, _, port = stated[1:].partition("]")
        return ip, port.lstrip(":")
    if stated.count(":") == 1:
        ip, _, port = stated.partition(":")
        return ip, port
    return stated, ""


def _address(text: str) -> str | None:
    try:
        return str(ip_address(text))
    except ValueError:
        return None
