# SPDX-License-Identifier: Apache-2.0
"""Two real units, their people, and a petition filed by a citizen on a Friday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from motcua.domains.people.models import Account
from motcua.domains.support.acts.answer_petition import answer_petition
from motcua.domains.support.acts.file_petition import NewPetition, file_petition
from motcua.domains.support.acts.take_up import take_up
from motcua.domains.support.models import Petition
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, ActorKind, Role
from motcua.kit.commands import By
from tests.builders import by as dossier_by
from tests.builders import official, vn

FILED_AT = vn("2026-07-03 10:00")
WORDS = "Đèn đường trước số 12 hỏng đã hai tuần, buổi tối rất tối."


def by(actor: Actor, at: datetime = FILED_AT, seen: int | None = None) -> By:
    """A fresh command."""
    made = dossier_by(actor, at, seen)
    return By(made.actor, made.at, made.key, made.seen)


@dataclass
class Place:
    """A people's committee with its people, and another one beside it."""

    unit_id: int
    other_id: int
    specialist: Actor
    leader: Actor
    admin: Actor
    other_leader: Actor
    other_admin: Actor
    operator: Actor
    citizen: Actor
    stranger: Actor

    def new(self, **changes: Any) -> NewPetition:
        """A petition that lacks nothing."""
        values = {"kind": "scene", "words": WORDS, "unit_id": self.unit_id, **changes}
        return NewPetition(**values)

    def filed(self, at: datetime = FILED_AT, actor: Actor | None = None, **changes: Any) -> str:
        """The code of a petition just filed."""
        return file_petition(by=by(actor or self.citizen, at), petition=self.new(**changes)).code

    def taken_up(self, at: datetime = FILED_AT) -> str:
        """The code of a petition somebody works on."""
        code = self.filed()
        take_up(by=by(self.specialist, at), code=code)
        return code

    def answered(self, at: datetime = FILED_AT, **changes: Any) -> str:
        """The code of an answered petition."""
        code = self.filed(**changes)
        take_up(by=by(self.specialist), code=code)
        answer_petition(by=by(self.leader, at), code=code, answer="Đã thay bóng đèn.")
        return code


def row(code: str) -> Petition:
    """The stored row."""
    return Petition.objects.get(code=code)


def citizen(code: str) -> Actor:
    """A citizen with an account."""
    account = Account.objects.create(
        sign_in_name=code, kind="citizen", code=code, full_name=code, created_at=FILED_AT
    )
    return Actor(code=code, name=code, kind=ActorKind.CITIZEN, account_id=account.pk)


@pytest.fixture
def place(reference: None) -> Place:
    """Everybody needed."""
    return make_place()


def make_place() -> Place:
    """Two people's committees of communes and their people."""
    committees = [
        card
        for card in units.agencies()
        if card.kind == "people_committee" and card.level == "commune"
    ]
    here, there = committees[0], committees[1]
    return Place(
        unit_id=here.id,
        other_id=there.id,
        specialist=official("Bình", (here.code, Role.SPECIALIST)),
        leader=official("Dũng", (here.code, Role.LEADER)),
        admin=official("Nga", (here.code, Role.UNIT_ADMIN)),
        other_leader=official("Hải", (there.code, Role.LEADER)),
        other_admin=official("Tâm", (there.code, Role.UNIT_ADMIN)),
        operator=official("Yến", (here.code, Role.OPERATOR)),
        citizen=citizen("cd-1"),
        stranger=citizen("cd-2"),
    )
