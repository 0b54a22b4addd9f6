# SPDX-License-Identifier: Apache-2.0
"""Give every centre of the demonstration windows and lines."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from motcua.domains.counters.models import TicketLine, Window
from motcua.domains.units import queries as units
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM


@transaction.atomic
def load_demo_counters(*, at: datetime) -> int:
    """Load `demo/counters.yaml` unless any centre was arranged before; return how many centres."""
    if Window.objects.exists():
        return 0
    stated = datafiles.read_yaml("demo/counters.yaml")
    letters = list(stated["lines"])
    centres = units.one_stops()
    TicketLine.objects.bulk_create(
        TicketLine(unit_id=centre.id, letter=letter, title_vi=line["vi"], title_en=line["en"])
        for centre in centres
        for letter, line in stated["lines"].items()
    )
    Window.objects.bulk_create(
        Window(unit_id=centre.id, number=number, lines=letters)
        for centre in centres
        for number in range(1, stated["windows"] + 1)
    )
    audit.append(
        chain="demo:counters", at=at, act="load_demo_counters", actor=SYSTEM,
        payload={"centres": len(centres)},
    )  # fmt: skip
    return len(centres)
