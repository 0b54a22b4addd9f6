# SPDX-License-Identifier: Apache-2.0
"""Puts the reference files of places, agencies and working days into the tables."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from motcua.domains.units.events import CalendarChanged
from motcua.domains.units.files.agencies import load_agencies
from motcua.domains.units.files.days import load_days
from motcua.domains.units.files.places import load_places
from motcua.domains.units.models import Agency, CommuneName, ReferenceState
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM
from motcua.kit.events import emit
from motcua.kit.fingerprints import fingerprint

CHAIN = "reference:units"
DAY_FILES = ("law/holidays.yaml", "law/office_hours.yaml")


def load_reference(*, at: datetime, data: Path | None = None) -> bool:
    """Load `units/*.csv`, holidays and office hours; False when they are as they were last time.

    Safe to repeat. Emits CalendarChanged when a later loading moves a working day.
    """
    data = data or datafiles.root()
    mark = fingerprint([data / "units", *(data / name for name in DAY_FILES)])
    if ReferenceState.objects.fingerprint() == mark:
        return False
    with transaction.atomic():
        first_time = not CommuneName.objects.exists()
        names = load_places(data / "units") + load_agencies(data / "units")
        changed_from = load_days(data / "law")
        ReferenceState.objects.renew(fingerprint=mark)
        audit.append(
            chain=CHAIN,
            at=at,
            act="load_reference",
            actor=SYSTEM,
            payload={
                "fingerprint": mark,
                "names_added": names,
                "agencies": Agency.objects.count(),
            },
        )
        if changed_from and not first_time:
            _tell(changed_from, at)
    return True


def _tell(changed_from: date, at: datetime) -> None:
    emit(
        CalendarChanged(
            subject="calendar:all",
            at=at,
            actor_code=SYSTEM.code,
            first_on=changed_from.isoformat(),
            agency_id=None,
        )
    )
