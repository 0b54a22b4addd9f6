# SPDX-License-Identifier: Apache-2.0
"""Sign-in names as people really type them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from motcua.rules.words import TextError, clean, fold

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed name may mean: a sign-in name, an e-mail address or a personal number."""

    name: str
    email: str
    personal_id: str

    @property
    def secret_hash(self) -> str:
        """Return a keyed hash under which failures for an unknown name are counted."""
        return salted_hmac("people.unknown_name", self.name, algorithm="sha256").hexdigest()


def read_name(typed: str) -> Reading | None:
    """Return what was meant; None for what can be no name.

    Marks, capitals, blanks and the mail domain do not count: ` Nguyễn.Van.An@bacninh.gov.vn ` is
    `nguyen.van.an`.
    """
    if len(typed) > LONGEST:
        return None
    try:
        folded = "".join(fold(clean(typed.strip())).split())
    except TextError:
        return None
    local, at, _ = folded.partition("@")
    if not local:
        return None
    digits = local if not at and local.isascii() and local.isdigit() and len(local) == 12 else ""
    return Reading(name=local, email=folded if at else "", personal_id=digits)
