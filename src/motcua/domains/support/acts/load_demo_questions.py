# SPDX-License-Identifier: Apache-2.0
"""Let invented people of the demonstration ask, and be answered, by the acts everybody uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction

from motcua.domains.people import queries as people
from motcua.domains.people.queries.accounts import official_by_name
from motcua.domains.people.queries.representations import account_of_person
from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.answer_ticket import answer_ticket
from motcua.domains.support.acts.file_petition import NewPetition, file_petition
from motcua.domains.support.acts.file_ticket import NewTicket, file_ticket
from motcua.domains.support.acts.publish_answer import publish_answer
from motcua.domains.support.acts.take_up import take_up
from motcua.domains.support.models import Petition, Ticket
from motcua.domains.units import queries as units
from motcua.kit import datafiles
from motcua.kit.commands import By
from motcua.kit.faults import NotFound

FILE = "demo/questions.yaml"
Entry = Mapping[str, Any]


@transaction.atomic
def load_demo_questions(*, at: datetime) -> int:
    """Load `demo/questions.yaml` when nobody has asked anything yet; return how many.

    `days_ago` counts back from `at`. Raises NotFound for people whom the demonstration lacks.
    """
    if Petition.objects.exists() or Ticket.objects.exists():
        return 0
    told = datafiles.read_yaml(FILE)
    for entry in told["petitions"]:
        _petition(entry, at)
    for entry in told["tickets"]:
        _ticket(entry, at)
    return len(told["petitions"]) + len(told["tickets"])


def _petition(entry: Entry, at: datetime) -> None:
    wanted = NewPetition(
        kind=entry["kind"], words=entry["words"], place=entry.get("place", ""),
        unit_id=units.agency_by_code(entry["unit"]).id,
    )  # fmt: skip
    account_id = account_of_person(entry["by"])
    if account_id is None:
        raise NotFound
    filed = file_petition(by=_by(account_id, entry["days_ago"], at), petition=wanted)
    if "answer" in entry:
        _answer(filed.code, entry, at)


def _answer(code: str, entry: Entry, at: datetime) -> None:
    leader_id = official_by_name(entry["leader"]).id
    take_up(by=_by(leader_id, entry["taken_up_days_ago"], at), code=code)
    answered = _by(leader_id, entry["answered_days_ago"], at)
    answer_petition(by=answered, code=code, answer=entry["answer"])
    publish_answer(
        by=_by(leader_id, entry["published_days_ago"], at), code=code,
        words=entry["public_words"], answer=entry["public_answer"],
    )  # fmt: skip


def _ticket(entry: Entry, at: datetime) -> None:
    asker = _by(official_by_name(entry["by"]).id, entry["days_ago"], at)
    filed = file_ticket(by=asker, ticket=NewTicket(words=entry["words"], screen=entry["screen"]))
    supporter = _by(official_by_name(entry["supporter"]).id, entry["answered_days_ago"], at)
    answer_ticket(by=supporter, code=filed.code, answer=entry["answer"])


def _by(account_id: int, days_ago: int, at: datetime) -> By:
    """Return a fresh command of the account so many days back."""
    then = at - timedelta(days=days_ago)
    return By(people.actor_of(account_id, then), then, uuid4())
