# SPDX-License-Identifier: Apache-2.0
"""What people are told of what happens between them."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.notices.acts.tell import News, tell
from motcua.domains.people import queries as people
from motcua.kit.faults import NotFound
from motcua.kit.relay import Told

HEARS = {
    "RepresentationGranted": "representative_id",
    "RepresentationAccepted": "principal_id",
}


def on_representation(told: Sequence[Told]) -> None:
    """Tell the other side of a representation; when it ends, both."""
    tell([news for event in told for news in _news(event)])


def _news(event: Told) -> list[News]:
    one = HEARS.get(event.topic)
    names = (one,) if one else ("principal_id", "representative_id")
    found = []
    for name in names:
        account_id = event.payload[name]
        try:
            card = people.citizen(account_id)
        except NotFound:  # a business reads nothing; its representatives do
            continue
        found.append(
            News(
                event_id=event.id, kind=event.topic, dossier_code="", account_id=account_id,
                email=card.email, phone=card.phone, at=event.at,
            )
        )  # fmt: skip
    return found
