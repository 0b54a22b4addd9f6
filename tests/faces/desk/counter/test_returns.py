# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domains.dossiers.models import Collection, Dossier, Parcel
from motcua.domains.dossiers.queries.applicant import secret_of
from motcua.domains.units import queries as units
from motcua.domains.units.queries import AgencyCard
from motcua.kit.access import Actor, Role
from tests.builders import official
from tests.domains.dossiers.conftest import Town, acts, row
from tests.domains.dossiers.fetching import NUMBER, posted, ready
from tests.faces.desk.conftest import Desks, form, post, text
from tests.files import PDF

SON = {
    "to": "counter", "collects": "else", "collector_name": "Nguyễn Văn Con",
    "collector_id_number": "027 190 000 009", "relation": "con",
}  # fmt: skip


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def other(town: Town) -> AgencyCard:
    return next(card for card in units.one_stops() if card.id != town.centre_id)


@pytest.fixture
def there(other: AgencyCard) -> Actor:
    return official("Mai", (other.code, Role.COUNTER))


def test_the_applicant_in_person_needs_nothing_more(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), ready(town)

    answer = counter.post(f"/desk/{code}/return_result", form(counter, code, "return_result"))

    assert answer.status_code == 303
    assert row(code).status == 10
    assert not Collection.objects.exists()


def test_somebody_else_collects_with_a_scanned_authorisation(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), ready(town)
    scan = SimpleUploadedFile("giay uy quyen.pdf", PDF, "application/pdf")

    refused = post(counter, code, "return_result", **SON)
    taken = post(counter, code, "return_result", **SON, proof=scan)

    assert (refused.status_code, taken.status_code) == (422, 303)
    assert "Nguyễn Văn Con" in text(refused)
    page = text(counter.get(f"/desk/{code}"))
    assert "giay uy quyen.pdf" in page
    link = re.search(rf"/desk/{re.escape(code)}/papers/[0-9a-f-]+(?=\">giay)", page)
    assert link
    assert b"".join(counter.get(link[0]).streaming_content) == PDF


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"statement": "  "},
        {"statement": "Nhờ nhận thay", "collector_name": ""},
        {"statement": "Nhờ nhận thay", "collector_id_number": "1"},
        {"statement": "Nhờ nhận thay", "relation": ""},
        {"statement": "x\x00"},
        {"statement": "x" * 2001},
    ],
)
def test_without_proof_nobody_else_gets_the_result(
    town: Town, desk_of: Desks, changes: dict[str, str]
) -> None:
    counter, code = desk_of(town.counter), ready(town)

    answer = post(counter, code, "return_result", **{**SON, **changes})

    assert answer.status_code == 422
    assert (row(code).status, Collection.objects.count()) == (9, 0)


def test_a_parcel_is_followed_from_the_counters_list(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), ready(town)

    missing = post(counter, code, "return_result", to="post")
    post(counter, code, "return_result", to="post", tracking_number=NUMBER)
    listed = text(counter.get("/desk/returns"))
    unsaid = post(counter, code, "settle_parcel")
    unexplained = post(counter, code, "settle_parcel", delivered="no")
    post(counter, code, "settle_parcel", delivered="no", note="Sai địa chỉ")
    post(counter, code, "give_again", collects="applicant")

    assert NUMBER in listed
    assert [one.status_code for one in (missing, unsaid, unexplained)] == [422, 400, 422]
    assert acts(code)[-3:] == ["return_result", "parcel_came_back", "give_again"]
    assert Parcel.objects.get().state == "fetched"
    assert NUMBER not in text(counter.get("/desk/returns"))
    assert NUMBER in text(counter.get(f"/desk/{code}"))


def test_a_delivered_parcel_is_done(town: Town, desk_of: Desks) -> None:
    counter, code = desk_of(town.counter), posted(town)

    sent = form(counter, code, "settle_parcel")
    answers = [post(counter, code, "settle_parcel", **sent, delivered="yes") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert acts(code).count("parcel_delivered") == 1


def test_a_counter_moves_the_return_at_the_applicants_wish(
    town: Town, desk_of: Desks, other: AgencyCard
) -> None:
    counter, code = desk_of(town.counter), town.decided()

    post(counter, code, "redirect_return", to_unit=other.id, reason="Chuyển nhà")

    assert row(code).return_unit_id == other.id
    assert "Chuyển nhà" in text(counter.get(f"/desk/{code}"))


def test_any_counter_returns_to_the_applicant_who_stands_before_it(
    town: Town, desk_of: Desks, other: AgencyCard, there: Actor
) -> None:
    code, desk = town.decided(), desk_of(there)
    sent = {"key": str(uuid4()), "counter": other.id, "code": code.lower()}

    guessed = desk.post("/desk/returns", {**sent, "shown": "ABCDEFGHJK"})
    before = desk.get(f"/desk/{code}").status_code
    taken = desk.post("/desk/returns", {**sent, "key": str(uuid4()), "shown": secret_of(code)})

    assert (guessed.status_code, before, taken.status_code) == (403, 404, 303)
    assert "không khớp với hồ sơ này" in text(guessed)
    assert desk.get(taken["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"code": "x"}, 422),
        ({"code": ""}, 422),
        ({"code": "H05.10-260703-9999"}, 404),
        ({"counter": "x"}, 400),
        ({"counter": "999999"}, 422),
        ({"key": ""}, 400),
        ({"shown": ""}, 403),
    ],
)
def test_a_wrong_form_moves_no_return(
    town: Town, desk_of: Desks, other: AgencyCard, there: Actor,
    changes: dict[str, str], status: int,
) -> None:  # fmt: skip
    code = town.decided()
    sent = {
        "key": str(uuid4()), "counter": str(other.id), "code": code, "shown": secret_of(code),
    }  # fmt: skip

    answer = desk_of(there).post("/desk/returns", {**sent, **changes})

    assert answer.status_code == status
    assert Dossier.objects.get(code=code).return_unit_id == town.centre_id


def test_only_counters_return_results(town: Town, desk_of: Desks) -> None:
    code = ready(town)

    assert desk_of(town.specialist).get("/desk/returns").status_code == 403
    assert post(desk_of(town.leader), code, "return_result").status_code == 403
