# SPDX-License-Identifier: Apache-2.0
"""Kinds of values in requests: what is not one of these is refused before any act sees it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Header, Schema
from pydantic import AfterValidator, ConfigDict, Field

from motcua.kit.clock import VN
from motcua.rules.words import clean

FIRST_MOMENT = datetime(2000, 1, 1, tzinfo=VN)
LAST_MOMENT = datetime(2100, 1, 1, tzinfo=VN)
CHANNELS = {1: "counter", 2: "online", 3: "post"}


def _line(text: str) -> str:
    return clean(text)


def _words(text: str) -> str:
    return clean(text, lines=True)


def _storable(value: dict[str, Any]) -> dict[str, Any]:
    """Refuse what neither JSON nor the database can hold: infinities, halves of surrogates."""
    json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    return value


def _moment(value: datetime) -> datetime:
    """Read a moment without zone as Vietnam's time; refuse years nobody means."""
    aware = value if value.tzinfo else value.replace(tzinfo=VN)
    if not FIRST_MOMENT <= aware <= LAST_MOMENT:
        raise ValueError("a moment between the years 2000 and 2100")
    return aware


Line = Annotated[str, Field(max_length=200), AfterValidator(_line)]
Words = Annotated[str, Field(max_length=2000), AfterValidator(_words)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,120}$")]
Answers = Annotated[dict[str, Any], AfterValidator(_storable)]
Moment = Annotated[datetime, AfterValidator(_moment)]
Key = Annotated[
    UUID,
    Header(
        alias="Idempotency-Key",
        description="A fresh UUID for each command; sent again, it has no second effect.",
    ),
]
Secret = Annotated[
    str,
    Header(
        alias="Dossier-Secret",
        max_length=60,
        description="The secret on the receipt: acts and reads as the applicant.",
    ),
]


class Sent(Schema):
    """A body; a name nobody knows is refused instead of being overlooked."""

    model_config = ConfigDict(extra="forbid")


class Command(Sent):
    """The body of a command on a dossier."""

    seen: Annotated[
        int | None,
        Field(ge=1, le=1_000_000, description="The `seq` of the dossier this was decided on."),
    ] = None


def in_vietnam(moment: datetime | None) -> datetime | None:
    """Return the moment at +07:00, as people read it."""
    return moment.astimezone(VN) if moment else None
