# SPDX-License-Identifier: Apache-2.0
"""What follows from events of support: people are told."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.notices.acts.tell import News, tell
from motcua.domains.support.models import Petition, Ticket
from motcua.kit.relay import Told

KINDS = {
    "transfer_petition": "PetitionTransferred",
    "ask_petitioner": "PetitionerAsked",
    "refuse_petition": "PetitionRefused",
    "answer_petition": "PetitionAnswered",
    "publish_answer": "AnswerPublished",
}


def on_petition_moved(told: Sequence[Told]) -> None:
    """Tell the petitioners who have an account; the others look by code and secret."""
    heard = [event for event in told if event.payload["act"] in KINDS]
    rows = Petition.objects.filter(code__in={event.subject for event in heard})
    accounts = dict(rows.exclude(account=None).values_list("code", "account_id"))
    tell(
        [
            _news(event, KINDS[event.payload["act"]], accounts[event.subject])
            for event in heard
            if event.subject in accounts
        ]
    )


def on_ticket_answered(told: Sequence[Told]) -> None:
    """Tell the askers who have an account."""
    rows = Ticket.objects.filter(code__in={event.subject for event in told})
    accounts = dict(rows.exclude(account=None).values_list("code", "account_id"))
    tell(
        [
            _news(event, "TicketAnswered", accounts[event.subject])
            for event in told
            if event.subject in accounts
        ]
    )


def _news(event: Told, kind: str, account_id: int) -> News:
    return News(
        event_id=event.id, kind=kind, dossier_code=event.subject, account_id=account_id, email="",
        at=event.at,
    )  # fmt: skip
