# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from motcua.domains.people.acts.load_demo_people import load_demo_people
from motcua.domains.support.acts.load_demo_questions import load_demo_questions
from motcua.domains.support.models import Petition, Ticket, TicketAnswer
from motcua.domains.support.queries import petitions
from tests.builders import vn

AT = vn("2026-11-20 10:00")


@pytest.fixture
def asked(reference: None, settings: Any) -> datetime:
    """A demonstration in which the invented people have asked."""
    settings.DEMO = True
    load_demo_people(at=AT)
    load_demo_questions(at=AT)
    return AT


def test_one_petition_waits_and_one_is_answered_for_everybody(asked: datetime) -> None:
    states = set(Petition.objects.values_list("state", "source"))

    assert states == {("filed", "synthetic"), ("published", "synthetic")}
    (shown,) = petitions.published()
    assert "chứng thực" in shown.public_words
    assert not Petition.objects.filter(late=True).exists()


def test_a_call_for_help_is_answered_by_the_support(asked: datetime) -> None:
    ticket = Ticket.objects.get()

    assert (ticket.state, ticket.source, ticket.unit_id is not None) == (
        "answered", "synthetic", True,
    )  # fmt: skip
    assert TicketAnswer.objects.filter(ticket=ticket, by_asker=False).count() == 1


def test_asking_again_changes_nothing(asked: datetime) -> None:
    assert load_demo_questions(at=AT) == 0
    assert (Petition.objects.count(), Ticket.objects.count()) == (2, 1)
