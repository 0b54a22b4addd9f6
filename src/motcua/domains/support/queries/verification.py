# SPDX-License-Identifier: Apache-2.0
"""Compares the stored states and clocks of petitions with what their log says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.support.ledger import chain_of, columns_of
from motcua.domains.support.models import Petition
from motcua.domains.support.story import replay
from motcua.kit import audit
from motcua.kit.models import AuditEntry
from motcua.rules.petitions import PetitionError


@dataclass(frozen=True, slots=True)
class PetitionDifference:
    """A stored value that does not follow from the log."""

    kind: str
    petition: str
    stored: str
    derived: str


def differences() -> Iterator[PetitionDifference]:
    """Yield what differs, petition by petition."""
    for row in Petition.objects.order_by("id").iterator():
        yield from _check(row)


def _check(row: Petition) -> Iterator[PetitionDifference]:
    links = AuditEntry.objects.filter(chain=chain_of(row.code)).order_by("seq")
    log = list(links.values_list(*audit.FIELDS))
    for broken in audit.breaks(log):
        yield PetitionDifference("chain", row.code, broken.stored, broken.derived)
    try:
        story = replay((link[2], link[3], link[7]) for link in log)
    except (PetitionError, KeyError, ValueError):
        story = None
    if story is None:
        yield PetitionDifference("log", row.code, "", "unreadable")
        return
    for name, derived in columns_of(story).items():
        stored = getattr(row, name)
        if stored != derived:
            yield PetitionDifference(name, row.code, _text(stored), _text(derived))


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
