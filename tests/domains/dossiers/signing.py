# SPDX-License-Identifier: Apache-2.0
"""A procedure that two people sign, both of them known by e-ID, and one application for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import yaml

from motcua.domains.dossiers.acts.invite_signer import invite_signer
from motcua.domains.dossiers.acts.open_draft import open_draft
from motcua.domains.dossiers.acts.save_draft import save_draft
from motcua.domains.dossiers.models import Draft
from motcua.domains.dossiers.signing import fingerprint
from motcua.domains.people.models import Account
from motcua.domains.procedures.acts.publish import publish
from motcua.kit.access import Actor, ActorKind, Post, Role
from tests.builders import by, vn
from tests.domains.dossiers.conftest import CODE, FILES, SUBMITTED_AT, Town

HAN, NAM, LAN = "027190000001", "027090000002", "027190000003"
PERSON = {"kind": "personal_id", "label": {"vi": "Số định danh", "en": "Number"}}
NAME = {"kind": "person_name", "label": {"vi": "Họ tên", "en": "Name"}}
ANSWERS: dict[str, Any] = {
    "applicant_name": "Nguyễn Thị Hân",
    "house": {"floors": "2"},
    "wife": {"name": "Nguyễn Thị Hân", "id": HAN},
    "husband": {"name": "Trần Văn Nam", "id": NAM},
}


def two_signers() -> Mapping[str, Any]:
    """The trial permit, to be signed by two; the second page asks who they are."""
    config = yaml.safe_load((FILES / "permit.yaml").read_text("utf-8"))
    config["papers"] = []
    config["identity_level"] = 2
    config["signers"] = [
        {"name": who, "title": {"vi": who, "en": who}, "personal_id": f"{who}.id",
         "full_name": f"{who}.name"}
        for who in ("wife", "husband")
    ]  # fmt: skip
    config["form"]["pages"][1]["fields"] += [
        {**shape, "name": f"{who}.{part}", "required": True}
        for who in ("wife", "husband")
        for part, shape in (("name", NAME), ("id", PERSON))
    ]
    return config


def two_signers_and_papers() -> Mapping[str, Any]:
    """The same with its list of papers, and a question that asks for a file."""
    config = dict(two_signers())
    config["papers"] = yaml.safe_load((FILES / "permit.yaml").read_text("utf-8"))["papers"]
    config["form"]["pages"][1]["fields"].append(
        {"name": "photo", "kind": "file", "paper": "wedding_photo",
         "label": {"vi": "Ảnh chung", "en": "Picture of both"}}
    )  # fmt: skip
    return config


def publish_for_two(town: Town, config: Mapping[str, Any] | None = None) -> None:
    """Make it the version in force."""
    publish(
        actor=_configurator(town), at=vn("2026-07-01 08:00"), key=uuid4(),
        config=config or two_signers(),
    )  # fmt: skip


def _configurator(town: Town) -> Actor:
    post = town.leader.posts[0]
    return Actor(
        code="cb-cuc", name="Cúc", kind=ActorKind.OFFICIAL,
        posts=(Post(post.unit_id, post.unit_code, Role.CONFIGURATOR),),
    )  # fmt: skip


def person(code: str, personal_id: str, *, level: int = 2) -> Actor:
    """A citizen with an e-ID."""
    account = Account.objects.create(
        sign_in_name=code, kind="citizen", code=code, full_name=code, personal_id=personal_id,
        identity_level=level, created_at=SUBMITTED_AT,
    )  # fmt: skip
    return Actor(code=code, name=code, kind=ActorKind.CITIZEN, account_id=account.pk)


def filled_in(filler: Actor, town: Town) -> int:
    """The id of a draft without a fault."""
    draft_id, _ = open_draft(
        actor=filler, at=SUBMITTED_AT, procedure_code=CODE, competent_unit_id=town.competent_id
    )
    save_draft(at=SUBMITTED_AT, draft_id=draft_id, answers=ANSWERS)
    return draft_id


def invited(filler: Actor, draft_id: int, signer: str = "husband") -> str:
    """The code of an invitation."""
    return invite_signer(by=by(filler, SUBMITTED_AT), draft_id=draft_id, signer=signer)


def content(draft_id: int) -> str:
    """What somebody would sign now."""
    return fingerprint(Draft.objects.get(pk=draft_id))
