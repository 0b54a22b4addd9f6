# SPDX-License-Identifier: Apache-2.0
"""What stands on a paper: number, issuer, dates; the part of its metadata that people confirm."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy

from motcua.domains.vault.models import Paper
from motcua.kit import audit
from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

SOURCE_SYSTEM: Final = "motcua"
TEXTS: Final = ("number_symbol", "abstract", "issuer", "signer", "scope", "owner_name")
UNREADABLE: Final = "\ufffd"  # what Django puts where bytes were no UTF-8
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200


class RecordUnclear(Fault):
    """A text of the record cannot be stored or is too long."""

    sentence = gettext_lazy("One of the texts is too long or holds signs that cannot be stored.")


class DatesImpossible(Fault):
    """The dates of the record exclude one another."""

    sentence = gettext_lazy(
        "The dates do not fit together: a paper is issued in the past, its validity ends after it"
        " begins, and a permanent paper has no end."
    )


@dataclass(frozen=True, slots=True)
class Record:
    """What a reader of the paper can see on it; empty texts and None stand for not known.

    `valid_until` is the last valid day.
    """

    owner_name: str = ""
    number_symbol: str = ""
    abstract: str = ""
    issuer: str = ""
    signer: str = ""
    issued_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    permanent: bool = False
    scope: str = ""

    def columns(self, *, on: date) -> dict[str, Any]:
        """Return the columns to store; `on` is today. Raises RecordUnclear, DatesImpossible."""
        values = asdict(self)
        for name in TEXTS:
            values[name] = _text(name, values[name])
        self._check_dates(on)
        return values

    def _check_dates(self, on: date) -> None:
        dates = [day for day in (self.issued_on, self.valid_from, self.valid_until) if day]
        endless = self.permanent and self.valid_until is not None
        backwards = self.valid_from and self.valid_until and self.valid_until < self.valid_from
        early = self.issued_on and self.valid_until and self.valid_until < self.issued_on
        future = self.issued_on is not None and self.issued_on > on
        strange = any(not FIRST_YEAR <= day.year <= LAST_YEAR for day in dates)
        if endless or backwards or early or future or strange:
            raise DatesImpossible


def digest(record: Record | None) -> dict[str, str]:
    """Return what the log keeps of a record, which is personal: a digest; nothing of none."""
    if record is None:
        return {}
    plain = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(record).items()
    }
    return {"record_sha256": audit.sha256_of(plain)}


def _text(name: str, text: str) -> str:
    if UNREADABLE in text:
        raise RecordUnclear
    try:
        cleaned = clean(text)
    except TextError as error:
        raise RecordUnclear from error
    if len(cleaned) > (Paper._meta.get_field(name).max_length or 0):
        raise RecordUnclear
    return cleaned
