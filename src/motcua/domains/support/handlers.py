# SPDX-License-Identifier: Apache-2.0
"""What follows from events: people are told, due moments moved."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.domains.notices.acts.tell import News, tell
from motcua.domains.support.jobs import redate_all
from motcua.domains.support.models import Petition, PetitionRedating, Ticket
from motcua.domains.units.redating import take_note
from motcua.kit.relay import Told
from motcua.rules.petitions import PetitionState

KINDS = {
    "transfer_petition": "PetitionTransferred",
    "ask_petitioner": "PetitionerAsked",
    "refuse_petition": "PetitionRefused",
    "answer_petition": "PetitionAnswered",
    "publish_answer": "AnswerPublished",
    "redate_petition": "PetitionRedated",
}


def on_petition_moved(told: Sequence[Told]) -> None:
    """Tell the petitioners who have an account; the others look by code and secret."""
    heard = [event for event in told if event.payload["act"] in KINDS and not _unseen(event)]
    rows = Petition.objects.filter(code__in={event.subject for event in heard})
    accounts = dict(rows.exclude(account=None).values_list("code", "account_id"))
    tell(
        [
            _news(event, KINDS[event.payload["act"]], accounts[event.subject])
            for event in heard
            if event.subject in accounts
        ]
    )


def _unseen(event: Told) -> bool:
    """Say whether only the time to publish was moved: the answer is there already."""
    moved = event.payload["act"] == "redate_petition"
    return moved and event.payload["state"] == PetitionState.ANSWERED


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


def on_calendar_changed(told: Sequence[Told]) -> None:
    """Have the changes carried through the open petitions."""
    take_note(told, table=PetitionRedating, job=redate_all)


def _news(event: Told, kind: str, account_id: int) -> News:
    return News(
        event_id=event.id, kind=kind, dossier_code=event.subject, account_id=account_id, email="",
        at=event.at,
    )  # fmt: skip
