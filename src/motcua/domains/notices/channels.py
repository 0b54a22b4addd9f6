# SPDX-License-Identifier: Apache-2.0
"""Kinds of news, the ways to hear them, and what holds where nobody has chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import models

from motcua.kit.clock import VN

QUIET_FROM, QUIET_UNTIL = time(21), time(6)


class Channel(models.TextChoices):
    """A way out of the house."""

    EMAIL = "email"
    SMS = "sms"


class Group(models.TextChoices):
    """Kinds of news that are chosen together."""

    RECEIVED = "received"
    MOVED = "moved"
    ASKED = "asked"
    LATE = "late"
    RESULT = "result"
    ENDED = "ended"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Ways:
    """By which ways one kind of news comes."""

    in_app: bool
    email: bool
    sms: bool


DEFAULTS: Mapping[str, Ways] = {
    Group.RECEIVED: Ways(True, True, False),
    Group.MOVED: Ways(True, False, False),
    Group.ASKED: Ways(True, True, True),
    Group.LATE: Ways(True, True, False),
    Group.RESULT: Ways(True, True, True),
    Group.ENDED: Ways(True, True, False),
    Group.OTHERS: Ways(True, True, False),
}
ALWAYS_IN_APP = frozenset({Group.ASKED, Group.LATE, Group.RESULT, Group.ENDED})
"""News with a legal effect always stands in the account."""

GROUP_OF: Mapping[str, Group] = {
    "DossierSubmitted": Group.RECEIVED,
    "DossierReceived": Group.RECEIVED,
    "SupplementGiven": Group.RECEIVED,
    "DossierAdvanced": Group.MOVED,
    "SupplementAsked": Group.ASKED,
    "SupplementDueSoon": Group.ASKED,
    "DossierExtended": Group.LATE,
    "ResultReady": Group.RESULT,
    "ResultReturned": Group.RESULT,
    "DossierRefused": Group.ENDED,
    "DossierStopped": Group.ENDED,
    "DossierWithdrawn": Group.ENDED,
}


def group_of(kind: str) -> Group:
    """Return with which choice a kind of news goes."""
    return GROUP_OF.get(kind, Group.OTHERS)


def send_at(channel: str, at: datetime) -> datetime:
    """Return when a message may leave: text messages rest from 21:00 to 06:00, Vietnam time."""
    local = at.astimezone(VN)
    if channel != Channel.SMS or QUIET_UNTIL <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=local.time() >= QUIET_FROM)
    return datetime.combine(day, QUIET_UNTIL, VN)
