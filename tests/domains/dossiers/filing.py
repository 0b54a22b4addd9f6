# SPDX-License-Identifier: Apache-2.0
"""A procedure whose form asks for files: one that is needed, several, and one of every owner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

import yaml

from motcua.domains.procedures.acts.publish import publish
from motcua.kit.access import Actor, ActorKind, Post, Role
from tests.builders import vn
from tests.domains.dossiers.conftest import FILES, Town

PUBLISHED_AT = vn("2026-07-01 08:00")
OWNER = {
    "name": "owners",
    "kind": "group",
    "max": 3,
    "label": {"vi": "Đồng sở hữu", "en": "Co-owners"},
    "item": {"vi": "Người", "en": "Person"},
    "fields": [
        {"name": "name", "kind": "person_name", "required": True,
         "label": {"vi": "Họ tên người đó", "en": "Their name"}},
        {"name": "scan", "kind": "file", "paper": "owner_card", "required": True,
         "label": {"vi": "Ảnh thẻ căn cước", "en": "Picture of the identity card"}},
    ],
}  # fmt: skip


def asking_for_files() -> Mapping[str, Any]:
    """The trial permit whose second page asks for files, and whose list of papers is empty."""
    config = yaml.safe_load((FILES / "permit.yaml").read_text("utf-8"))
    config["papers"] = []
    config["form"]["pages"][1]["fields"] += [
        {"name": "house.plan", "kind": "file", "paper": "site_plan", "required": True,
         "label": {"vi": "Sơ đồ vị trí", "en": "Site plan"}},
        {"name": "photos", "kind": "file", "paper": "photo", "max_files": 2,
         "label": {"vi": "Ảnh hiện trạng", "en": "Photos"}},
        OWNER,
    ]  # fmt: skip
    return config


def publish_with_files(
    town: Town, config: Mapping[str, Any] | None = None, at: datetime = PUBLISHED_AT
) -> None:
    """Make it the version in force; the town goes on with it."""
    post = town.leader.posts[0]
    actor = Actor(
        code="cb-cuc", name="Cúc", kind=ActorKind.OFFICIAL,
        posts=(Post(post.unit_id, post.unit_code, Role.CONFIGURATOR),),
    )  # fmt: skip
    town.version_id = publish(actor=actor, at=at, key=uuid4(), config=config or asking_for_files())
