# SPDX-License-Identifier: Apache-2.0
"""Signatures and consents given in person, businesses, and whether messages arrive."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domains.dossiers.acts.attach_paper import attach_paper
from motcua.domains.dossiers.models import CoSignature, Draft
from motcua.domains.notices.models import Message
from motcua.domains.people.models import Business, Representation
from motcua.kit import clock
from motcua.kit.access import Actor, ActorKind, Post, Role
from motcua.kit.models import AuditEntry, DataUse
from tests.domains.dossiers.conftest import SUBMITTED_AT, Town
from tests.domains.dossiers.signing import (
    HAN,
    LAN,
    NAM,
    filled_in,
    invited,
    person,
    publish_for_two,
    two_signers_and_papers,
)
from tests.faces.desk.conftest import Desks
from tests.faces.portal.conftest import PDF

BA, CHAU = ("024158000001", "Đỗ Thị Bà"), ("024190000002", "Đỗ Văn Cháu")


@pytest.fixture(autouse=True)
def files_apart(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def counter(town: Town, desk_of: Desks) -> Client:
    return desk_of(town.counter)


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("dong-y.pdf", PDF, "application/pdf")


def consent(**changes: Any) -> dict[str, Any]:
    until = (clock.today() + timedelta(days=60)).strftime("%d/%m/%Y")
    values = {
        "key": str(uuid4()), "principal.id": BA[0], "principal.name": BA[1],
        "representative.id": CHAU[0], "representative.name": CHAU[1], "kind": "family",
        "until_on": until, "scan": scan(),
    }  # fmt: skip
    return {name: value for name, value in {**values, **changes}.items() if value is not None}


def test_a_signature_given_in_person_is_recorded(counter: Client, town: Town) -> None:
    publish_for_two(town)
    wife = person("cd-han", HAN)
    code = invited(wife, filled_in(wife, town))
    Draft.objects.update(expires_at=clock.now() + timedelta(days=1))
    asked = {"code": code.lower(), "personal_id": NAM}

    page = counter.post("/desk/citizens/sign", asked).content.decode()
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
    done = counter.post("/desk/citizens/sign", {**asked, "seen": seen, "answer": "signed"})

    assert "Nguyễn Thị Hân" in page
    assert "Ngày, chữ ký, ghi rõ họ tên" in page
    assert done.status_code == 200
    assert (CoSignature.objects.get().state, CoSignature.objects.get().way) == (
        "confirmed",
        "paper",
    )
    (line,) = DataUse.objects.all()
    assert (line.purpose, line.subjects) == ("signing", ["cd-han"])


def test_code_and_number_must_belong_together(counter: Client, town: Town) -> None:
    publish_for_two(town)
    wife = person("cd-han", HAN)
    code = invited(wife, filled_in(wife, town))

    for sent in ({"code": code, "personal_id": LAN}, {"code": "", "personal_id": ""}):
        answer = counter.post("/desk/citizens/sign", {**sent, "answer": "signed"})
        assert answer.status_code == 404
    assert CoSignature.objects.get().state == "invited"


def test_a_consent_on_paper_is_recorded_with_its_scan(counter: Client) -> None:
    form = consent()
    again = {**form, "scan": scan()}

    statuses = [counter.post("/desk/citizens/representative", one).status_code
                for one in (form, again)]  # fmt: skip

    assert statuses == [200, 200]
    stored = Representation.objects.get()
    assert (stored.consent, stored.principal.full_name) == ("paper", BA[1])
    assert stored.consent_paper is not None
    assert AuditEntry.objects.get(act="record_representation").post.startswith("counter@")


@pytest.mark.parametrize(
    "changes",
    [
        {"scan": None}, {"until_on": "31/12/2099"}, {"until_on": "x"}, {"kind": "boss"},
        {"principal.id": "1"}, {"representative.id": BA[0], "representative.name": BA[1]},
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(counter: Client, changes: dict[str, Any]) -> None:
    answer = counter.post("/desk/citizens/representative", consent(**changes))

    assert answer.status_code in (400, 422)
    assert not Representation.objects.exists()


def test_a_business_is_registered_with_its_legal_representative(counter: Client) -> None:
    form = {
        "key": str(uuid4()), "name": "Gốm Phù Lãng", "tax_code": "2300123454",
        "legal.id": BA[0], "legal.name": BA[1], "scan": scan(),
    }  # fmt: skip

    assert counter.post("/desk/citizens/business", form).status_code == 200

    assert Business.objects.get().tax_code == "2300123454"
    assert Representation.objects.get().legal


def test_the_operator_sees_whether_messages_arrive(town: Town, desk_of: Desks) -> None:
    post = town.counter.posts[0]
    operator = Actor(
        code="x", name="Vận hành", kind=ActorKind.OFFICIAL,
        posts=(Post(post.unit_id, post.unit_code, Role.OPERATOR),),
    )  # fmt: skip
    Message.objects.create(
        event_id=1, channel="sms", to="0912345678", kind="SupplementAsked",
        dossier_code="H05.1-260703-0001", language="vi", state="failed", outcome="http_500",
        at=clock.now(),
    )  # fmt: skip

    page = desk_of(operator).get("/desk/messages?state=failed").content.decode()

    assert "***678" in page
    assert "0912345678" not in page
    assert "http_500" in page
    assert [
        words for words in re.findall(r'class="num">([^<]*)</th>', page) if len(words) < 3
    ] == []
    assert page.count('class="num">') > 5


@pytest.mark.parametrize("address", ["", "/representative", "/business"])
def test_only_counters_do_this(town: Town, desk_of: Desks, address: str) -> None:
    assert desk_of(town.counter).get(f"/desk/citizens{address}").status_code == 200
    assert desk_of(town.specialist).get(f"/desk/citizens{address}").status_code == 403


def test_the_papers_of_the_application_are_opened_before_the_person_signs(
    counter: Client, town: Town
) -> None:
    publish_for_two(town, two_signers_and_papers())
    wife = person("cd-han", HAN)
    draft_id = filled_in(wife, town)
    attach_paper(
        at=SUBMITTED_AT, draft_id=draft_id, component_code="drawing", file_name="ban-ve.pdf",
        chunks=[PDF],
    )  # fmt: skip
    asked = {"code": invited(wife, draft_id), "personal_id": NAM}
    Draft.objects.update(expires_at=clock.now() + timedelta(days=1))
    page = counter.post("/desk/citizens/sign", asked).content.decode()
    (paper,) = re.findall(r'name="open" value="([^"]+)"', page)

    opened = counter.post("/desk/citizens/sign", {**asked, "open": paper})
    of_nobody = counter.post("/desk/citizens/sign", {**asked, "open": str(uuid4())})
    of_another = counter.post("/desk/citizens/sign", {**asked, "personal_id": LAN, "open": paper})

    assert "ban-ve.pdf" in page and "Bản vẽ" in page
    assert page.count("data-stays") == 1
    assert b"".join(opened.streaming_content) == PDF
    assert (of_nobody.status_code, of_another.status_code) == (404, 404)
    line = DataUse.objects.order_by("-id").first()
    assert (line.page, line.purpose, line.subjects) == ("desk/paper", "signing", ["cd-han"])


def test_a_number_that_is_no_text_is_refused_on_the_page(town: Town, desk_of: Desks) -> None:
    sent = {"code": "\x00", "personal_id": "\x00"}

    assert desk_of(town.counter).post("/desk/citizens/sign", sent).status_code == 422
