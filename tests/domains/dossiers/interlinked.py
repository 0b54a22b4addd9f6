# SPDX-License-Identifier: Apache-2.0
"""The group of birth, residence and health card as it is in `data/`, and people to carry it."""

from __future__ import annotations

import io
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pytest_django import DjangoDbBlocker

from motcua.domains.dossiers.acts.advance import advance
from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.open_linked_parts import open_linked_parts
from motcua.domains.dossiers.acts.receive import receive
from motcua.domains.dossiers.acts.submit_interlinked import submit_interlinked
from motcua.domains.dossiers.application import Application
from motcua.domains.dossiers.models import Dossier
from motcua.domains.dossiers.models.dossier import Channel, Source
from motcua.domains.dossiers.queries.linkages import LinkageCard, PartCard, linkage
from motcua.domains.people.models import Account
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.acts.load_catalogue import load_catalogue
from motcua.domains.units import queries as units
from motcua.domains.vault.acts.file_paper import file_paper
from motcua.domains.vault.acts.store_file import store_file
from motcua.domains.vault.kinds import PaperKind
from motcua.kit.access import Actor, ActorKind, Role
from motcua.kit.datafiles import read_yaml
from tests.builders import by, official, vn

DATA = Path(__file__).parents[3] / "data"
GROUP = "2.000986"
KINH_BAC = "09187"
HANDED_IN_AT = vn("2026-07-03 09:00")
ANSWERS: dict[str, Any] = read_yaml(DATA / "demo/answers/interlinked/2.000986.yaml")["answers"]


def one_page() -> bytes:
    """A small, sound PDF."""
    written, pdf = io.BytesIO(), pikepdf.new()
    pdf.add_blank_page()
    pdf.save(written)
    return written.getvalue()


@pytest.fixture(scope="session")
def group_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the group of birth and its members."""
    data = tmp_path_factory.mktemp("group")
    for name in ("units", "catalogue"):
        shutil.copytree(DATA / name, data / name)
    lines = (DATA / "catalogue" / "procedures.jsonl").read_text("utf-8").splitlines()
    kept = [line for line in lines if json.loads(line)["code"] in (GROUP, "1.001193")]
    (data / "catalogue" / "procedures.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    (data / "catalogue" / "synonyms.yaml").write_text("synonyms: []\n", "utf-8")
    (data / "procedures").mkdir()
    (data / "interlinked").mkdir()
    shutil.copy(DATA / "procedures/civil_status/1.001193.yaml", data / "procedures")
    for code in (GROUP, "1.004222", "0.000001"):
        shutil.copy(DATA / f"interlinked/{code}.yaml", data / "interlinked")
    return data


@pytest.fixture(scope="module")
def group_published(
    reference_rows: None, group_data: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    """The group in the tables, for the tests of a file."""
    with django_db_blocker.unblock():
        load_catalogue(at=vn("2026-01-05 08:00"), data=group_data)


@dataclass
class Family:
    """The parents' application and everybody who works on its parts."""

    version_id: int
    commune_id: int
    centre_id: int
    police_id: int
    police_centre_id: int
    counter: Actor
    specialist: Actor
    leader: Actor
    police_counter: Actor
    police_officer: Actor
    police_head: Actor
    citizen: Actor
    paper_id: int

    def application(self, **changes: Any) -> Application:
        """One that lacks nothing."""
        values: dict[str, Any] = {
            "version_id": self.version_id,
            "channel": Channel.ONLINE,
            "answers": ANSWERS,
            "competent_unit_id": self.commune_id,
            "papers": (("birth_notice", self.paper_id),),
            "account_id": self.citizen.account_id,
            "source": Source.SYNTHETIC,
        }
        return Application(**{**values, **changes})

    def submitted(self) -> str:
        """The code of a linkage just handed in."""
        return submit_interlinked(
            by=by(self.citizen, HANDED_IN_AT), application=self.application()
        ).code

    def parts(self, code: str) -> dict[str, PartCard]:
        """The parts by name."""
        return {part.name: part for part in linkage(code).parts}

    def decided(self, code: str, name: str, at: datetime) -> str:
        """Carry a part to its decision at one moment; its result and what waited are made."""
        dossier = self.parts(code)[name].dossier_code
        assert dossier
        counter, officer, head = self.officers(name)
        receive(by=by(counter, at), code=dossier)
        advance(by=by(counter, at), code=dossier, action="hand_over")
        advance(by=by(officer, at), code=dossier, action="propose")
        advance(by=by(head, at), code=dossier, action="approve")
        file_result(code=dossier, at=at)
        open_linked_parts(code=dossier, at=at)
        return dossier

    @staticmethod
    def receive(counter: Actor, code: str, at: datetime) -> None:
        """Accept a part at its counter."""
        receive(by=by(counter, at), code=code)

    @staticmethod
    def hand_over(counter: Actor, code: str, at: datetime) -> None:
        """Hand a part over to its officer."""
        advance(by=by(counter, at), code=code, action="hand_over")

    def officers(self, name: str) -> tuple[Actor, Actor, Actor]:
        """Who carries a part."""
        if name == "residence":
            return self.police_counter, self.police_officer, self.police_head
        return self.counter, self.specialist, self.leader


def row(code: str) -> Dossier:
    """The stored row."""
    return Dossier.objects.get(code=code)


def shown(code: str) -> LinkageCard:
    """The linkage as its pages get it."""
    return linkage(code)


@pytest.fixture
def family(group_published: None, db: None, settings: Any, tmp_path: Path) -> Family:
    """Everybody, in the units of the tables."""
    settings.MEDIA_ROOT = tmp_path
    competent = procedures.competent_units("1.001193")
    commune = next(card for card in competent if card.commune_code == KINH_BAC)
    centre = units.agency(commune.one_stop_id or 0)
    (police,) = procedures.competent_units("1.004222")
    police_centre = units.agency(police.one_stop_id or 0)
    stored = store_file(chunks=[one_page()], name="giay-chung-sinh.pdf", at=HANDED_IN_AT)
    paper = file_paper(
        file=stored, kind=PaperKind.COMPONENT, title="Giấy chứng sinh", file_name="chung-sinh.pdf",
        at=HANDED_IN_AT,
    )  # fmt: skip
    account = Account.objects.create(
        sign_in_name="cd-9", kind="citizen", code="cd-9", full_name="Nguyễn Văn Minh",
        created_at=HANDED_IN_AT,
    )  # fmt: skip
    return Family(
        version_id=procedures.current(GROUP, HANDED_IN_AT.date()).id,
        commune_id=commune.id,
        centre_id=centre.id,
        police_id=police.id,
        police_centre_id=police_centre.id,
        counter=official("Hoa", (centre.code, Role.COUNTER)),
        specialist=official("Bình", (commune.code, Role.SPECIALIST)),
        leader=official("Dũng", (commune.code, Role.LEADER)),
        police_counter=official("Hồng", (police_centre.code, Role.COUNTER)),
        police_officer=official("Huy", (police.code, Role.SPECIALIST)),
        police_head=official("Sinh", (police.code, Role.LEADER)),
        citizen=Actor(code="cd-9", name="Minh", kind=ActorKind.CITIZEN, account_id=account.pk),
        paper_id=paper.pk,
    )
