# SPDX-License-Identifier: Apache-2.0
"""Derives until when asked units were to answer, from a dossier's audit chain alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from motcua.domains.dossiers.replay import Entry

Question = tuple[int, datetime]
"""Who was asked, and when."""


def answer_dates(entries: Iterable[Entry]) -> dict[Question, datetime]:
    """Return the date of each question, moved ones as they were moved last. Raises KeyError."""
    dates: dict[Question, datetime] = {}
    last: dict[int, datetime] = {}
    for at, act, payload in entries:
        if act == "consult":
            due_at = datetime.fromisoformat(payload["due"])
            dates |= {(unit_id, at): due_at for unit_id in payload["units"]}
            last |= dict.fromkeys(payload["units"], at)
        elif act == "redate_consultations":
            for moved in payload["questions"]:
                question = (moved["unit"], last[moved["unit"]])
                dates[question] = datetime.fromisoformat(moved["due"])
    return dates
