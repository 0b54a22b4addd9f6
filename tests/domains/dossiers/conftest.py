# SPDX-License-Identifier: Apache-2.0
"""One small procedure with every kind of step, real units, and people in the posts it needs."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.submit import submit
from motcua.domains.dossiers.application import Application
from motcua.domains.dossiers.ledger import Outcome
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.models.dossier import Channel, Source
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.people.models import Account
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units import queries as units
from motcua.kit.access import Actor, ActorKind, Role
from tests.builders import by, official, vn
from tests.domains.dossiers.interlinked import (  # noqa: F401
    family,
    group_data,
    group_published,
)

FILES = Path(__file__).parent / "files"
DATA = Path(__file__).parents[3] / "data"
CODE = "1.013225"
SUBMITTED_AT = vn("2026-07-03 09:00")
RECEIVED_AT = vn("2026-07-03 10:00")
HANDED_AT = vn("2026-07-03 10:30")
DECIDED_AT = vn("2026-07-07 10:00")
ANSWERS: dict[str, Any] = {
    "applicant_name": "Nguyễn Thị Lan",
    "applicant_phone": "0912345678",
    "applicant_email": "lan@example.vn",
    "house": {"floors": 3},
}


@pytest.fixture(scope="session")
def small_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one procedure."""
    data = tmp_path_factory.mktemp("data")
    for name in ("units", "catalogue"):
        shutil.copytree(DATA / name, data / name)
    lines = (DATA / "catalogue" / "procedures.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if json.loads(line)["code"] == CODE]
    (data / "catalogue" / "procedures.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    (data / "catalogue" / "synonyms.yaml").write_text("synonyms: []\n", "utf-8")
    (data / "procedures").mkdir()
    shutil.copy(FILES / "permit.yaml", data / "procedures")
    return data


@dataclass
class Town:
    """The competent unit, its one-stop centre, and everybody needed to carry a dossier through."""

    version_id: int
    competent_id: int
    centre_id: int
    counter: Actor
    specialist: Actor
    leader: Actor
    citizen: Actor
    stranger: Actor
    other_ids: list[int] = field(default_factory=list)

    def application(self, **changes: Any) -> Application:
        """An online application that lacks nothing."""
        values: dict[str, Any] = {
            "version_id": self.version_id,
            "channel": Channel.ONLINE,
            "answers": ANSWERS,
            "competent_unit_id": self.competent_id,
            "presented": ("drawing",),
            "account_id": self.citizen.account_id,
            "source": Source.SYNTHETIC,
        }
        return Application(**{**values, **changes})

    def submitted(self, at: datetime = SUBMITTED_AT, **changes: Any) -> str:
        """The code of a dossier just submitted by the citizen."""
        return submit(by=by(self.citizen, at), application=self.application(**changes)).code

    def received(self, at: datetime = RECEIVED_AT) -> str:
        """The code of a dossier accepted at the counter."""
        code = self.submitted()
        receive(by=by(self.counter, at), code=code)
        return code

    def appraised(self, at: datetime = HANDED_AT) -> str:
        """The code of a dossier lying before the specialist."""
        code = self.received()
        self.advance(self.counter, code, "hand_over", at)
        return code

    def decided(self, at: datetime = DECIDED_AT) -> str:
        """The code of a dossier whose result waits at the counter."""
        code = self.appraised()
        self.advance(self.specialist, code, "propose", vn("2026-07-06 10:00"))
        self.advance(self.leader, code, "approve", at)
        return code

    @staticmethod
    def advance(actor: Actor, code: str, action: str, at: datetime) -> Outcome:
        """One step."""
        return advance(by=by(actor, at), code=code, action=action)


def row(code: str) -> Dossier:
    """The stored row."""
    return Dossier.objects.get(code=code)


def acts(code: str) -> list[str]:
    """What the history says was done."""
    return [line.action for line in cards.history(code)]


@pytest.fixture(scope="module")
def published(reference_rows: None, small_data: Path, django_db_blocker: DjangoDbBlocker) -> None:
    """The procedure in the tables, for the tests of a file."""
    with django_db_blocker.unblock():
        load_catalogue(at=vn("2026-01-05 08:00"), data=small_data)


@pytest.fixture
def town(published: None, db: None) -> Town:
    return make_town()


def make_town() -> Town:
    """Everybody needed, in the units of the tables."""
    competent = next(unit for unit in procedures.competent_units(CODE) if unit.one_stop_id)
    centre = units.agency(competent.one_stop_id)
    others = [unit.id for unit in units.agencies() if unit.kind == "department"][:2]
    return Town(
        version_id=procedures.current(CODE, SUBMITTED_AT.date()).id,
        competent_id=competent.id,
        centre_id=centre.id,
        counter=official("Hoa", (centre.code, Role.COUNTER)),
        specialist=official("Bình", (competent.code, Role.SPECIALIST)),
        leader=official("Dũng", (competent.code, Role.LEADER)),
        citizen=_citizen("cd-1"),
        stranger=_citizen("cd-2"),
        other_ids=others,
    )


def _citizen(code: str) -> Actor:
    account = Account.objects.create(
        sign_in_name=code, kind="citizen", code=code, full_name=code, created_at=SUBMITTED_AT
    )
    return Actor(code=code, name=code, kind=ActorKind.CITIZEN, account_id=account.pk)
