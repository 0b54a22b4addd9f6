# SPDX-License-Identifier: Apache-2.0
"""Checking and choosing passwords."""

from __future__ import annotations

import functools
import secrets
import unicodedata

from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault
from motcua.rules.words import fold

LONGEST = 256
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
UNUSABLE = "!"  # Django's mark of a password that nobody can give


class WeakPassword(Fault):
    """The new password does not meet the rule. Source: TCVN 14423:2026, level 3."""

    sentence = gettext_lazy(
        "The new password needs at least %(length)s characters, with a small letter, a capital,"
        " a digit and another sign, and must not contain your sign-in name."
    )


def matches(password: str, encoded: str) -> bool:
    """Return whether the password is right; overlong ones are wrong without being hashed."""
    return len(password) <= LONGEST and check_password(_normal(password), encoded)


def spend_time(password: str) -> None:
    """Do the work of a check for a name that does not exist, so that time does not tell."""
    matches(password, _nobody())


def encode(password: str) -> str:
    """Return the argon2id hash that is kept."""
    return make_password(_normal(password))


def check_strength(password: str, *, length: int, sign_in_name: str) -> None:
    """Raise WeakPassword unless the password is long enough and of four classes of characters."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda sign: not sign.isalnum())
    strong = (
        length <= len(password) <= LONGEST
        and all(any(kind(sign) for sign in password) for kind in kinds)
        and fold(sign_in_name) not in fold(password)
    )
    if not strong:
        raise WeakPassword(length=length)


def invented() -> str:
    """Return a password of four groups of letters and digits that can be read out and typed."""
    groups = ("".join(secrets.choice(READABLE) for _ in range(5)) for _ in range(4))
    return "-".join(groups)


def _normal(password: str) -> str:
    return unicodedata.normalize("NFC", password.encode("utf-8", "replace").decode())


@functools.cache
def _nobody() -> str:
    return make_password(secrets.token_urlsafe(32))
