# SPDX-License-Identifier: Apache-2.0
"""Counts wrong secrets, by code and by client, until neither may try for a while."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from motcua.kit import attempts, clock
from motcua.kit.faults import Fault

WINDOW = timedelta(minutes=15)
MOST_PER_CODE = 5
MOST_PER_CLIENT = 20
MOST_FILED = 60
MOST_BOOKINGS = 10


class TooManyAttempts(Fault):
    """Too many wrong pairs; the same answer comes for codes that do not exist."""

    status = 429
    sentence = gettext_lazy(
        "Too many wrong attempts. Try again in %(minutes)s minutes, or ask at the one-stop counter."
    )


class TooManyFiled(Fault):
    """One client files more than a whole office would."""

    status = 429
    sentence = gettext_lazy(
        "Too much was sent from this connection. Try again in %(minutes)s minutes."
    )


def refuse_flood(request: HttpRequest) -> None:
    """Count something filed without an account; raise TooManyFiled beyond what people write."""
    key = f"file:client:{_hashed(_client(request))}"
    if attempts.failures(key, at=clock.now()) >= MOST_FILED:
        raise TooManyFiled(minutes=WINDOW // timedelta(minutes=1))
    attempts.count_failure(key, at=clock.now(), window=WINDOW)


def refuse_if_locked(request: HttpRequest, code: str) -> None:
    """Raise TooManyAttempts when the code or the client failed too often."""
    for key, most in _counters(request, code):
        if attempts.failures(key, at=clock.now()) >= most:
            raise TooManyAttempts(minutes=WINDOW // timedelta(minutes=1))


def count_failure(request: HttpRequest, code: str) -> None:
    """Count one wrong pair."""
    for key, _ in _counters(request, code):
        attempts.count_failure(key, at=clock.now(), window=WINDOW)


def count_booking(request: HttpRequest) -> None:
    """Count one appointment asked for by this client. Raises TooManyAttempts."""
    _count_bounded(f"book:client:{_hashed(_client(request))}", MOST_BOOKINGS)


def count_guess(request: HttpRequest) -> None:
    """Count one code of an appointment that does not exist."""
    attempts.count_failure(_guesses(request), at=clock.now(), window=WINDOW)


def refuse_guesses(request: HttpRequest) -> None:
    """Raise TooManyAttempts when this client tried too many codes."""
    if attempts.failures(_guesses(request), at=clock.now()) >= MOST_PER_CLIENT:
        raise TooManyAttempts(minutes=WINDOW // timedelta(minutes=1))


def _guesses(request: HttpRequest) -> str:
    return f"guess:client:{_hashed(_client(request))}"


def _count_bounded(key: str, most: int) -> None:
    if attempts.failures(key, at=clock.now()) >= most:
        raise TooManyAttempts(minutes=WINDOW // timedelta(minutes=1))
    attempts.count_failure(key, at=clock.now(), window=WINDOW)


def _counters(request: HttpRequest, code: str) -> tuple[tuple[str, int], ...]:
    return (
        (f"track:code:{_hashed(code)}", MOST_PER_CODE),
        (f"track:client:{_hashed(_client(request))}", MOST_PER_CLIENT),
    )


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _client(request: HttpRequest) -> str:
    """Return the address; behind our own TLS proxy the one it states last."""
    if settings.SECURE_PROXY_SSL_HEADER:
        return request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
