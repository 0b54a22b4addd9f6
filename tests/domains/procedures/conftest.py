# SPDX-License-Identifier: Apache-2.0
"""A sound procedure file, a procedure to publish it for, and an official who may."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest

from motcua.domains.procedures.models import Procedure
from motcua.kit.access import Actor, ActorKind, Post, Role

LOADED_AT = datetime(2026, 11, 1, 3, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CODE = "9.000001"

TITLE = {"vi": "Cấp giấy phép thử", "en": "Trial permit"}

CONFIG: dict[str, Any] = {
    "code": CODE,
    "source": "authored",
    "valid_from": "2025-07-01",
    "title": TITLE,
    "limit": {"legal": "5wd", "committed": "3wd", "committed_from": "2026-01-01"},
    "online_level": "full",
    "routing": "LOCAL",
    "beyond_boundary": True,
    "external_number": False,
    "to_verify": [],
    "sources": ["1/QĐ-UBND"],
    "form": {
        "pages": [
            {
                "name": "applicant",
                "title": {"vi": "Người nộp", "en": "Applicant"},
                "fields": [
                    {
                        "name": "applicant_name",
                        "kind": "person_name",
                        "label": {"vi": "Họ và tên", "en": "Full name"},
                        "required": True,
                    },
                    {
                        "name": "by_proxy",
                        "kind": "yes_no",
                        "label": {"vi": "Nộp thay", "en": "By proxy"},
                    },
                ],
            }
        ]
    },
    "papers": [
        {"code": "request", "title": {"vi": "Đơn đề nghị", "en": "Request"}, "originals": 1},
        {
            "code": "proxy",
            "title": {"vi": "Giấy ủy quyền", "en": "Power of attorney"},
            "required_if": {"eq": ["by_proxy", True]},
            "copies": 1,
        },
    ],
    "fees": [],
    "workflow": {
        "start": "submitted",
        "steps": {
            "submitted": {
                "kind": "intake",
                "role": "counter",
                "title": {"vi": "Tiếp nhận", "en": "Receive"},
                "actions": {"receive": "registered"},
            },
            "registered": {
                "kind": "reception",
                "role": "counter",
                "minutes": 60,
                "title": {"vi": "Chuyển", "en": "Hand over"},
                "actions": {"hand_over": "appraise"},
            },
            "appraise": {
                "kind": "processing",
                "role": "specialist",
                "minutes": 900,
                "title": {"vi": "Thẩm định", "en": "Appraise"},
                "actions": {"propose": "approve"},
            },
            "approve": {
                "kind": "approval",
                "role": "leader",
                "minutes": 240,
                "title": {"vi": "Phê duyệt", "en": "Approve"},
                "actions": {"approve": "handover", "return_back": "appraise"},
            },
            "handover": {
                "kind": "handover",
                "role": "counter",
                "title": {"vi": "Trả kết quả", "en": "Return"},
                "actions": {"return_result": "done"},
            },
            "done": {"kind": "finished", "title": {"vi": "Hoàn thành", "en": "Done"}},
        },
    },
    "result": {"title": {"vi": "Giấy phép", "en": "Permit"}, "template": "certificate"},
}


@pytest.fixture
def config() -> dict[str, Any]:
    """A sound procedure file that a test may spoil."""
    return deepcopy(CONFIG)


@pytest.fixture
def procedure(db: None) -> str:
    """The code of a procedure of the catalogue without any version."""
    return Procedure.objects.create(code=CODE).code


@pytest.fixture
def configurator() -> Actor:
    """An official who may publish."""
    post = Post(unit_id=1, unit_code="H05.01", role=Role.CONFIGURATOR)
    return Actor(code="cb-1", name="Nguyễn Văn An", kind=ActorKind.OFFICIAL, posts=(post,))
