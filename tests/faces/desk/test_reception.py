# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domains.dossiers.models import Attachment, Dossier
from motcua.kit.access import Role
from motcua.rules.workflow import Status
from tests.builders import official
from tests.domains.dossiers.conftest import CODE, Town, acts, row
from tests.faces.desk.conftest import Desks, text
from tests.faces.desk.receiving import sent
from tests.files import PDF

ADDRESS = f"/desk/reception/{CODE}"


def filled(town: Town, **changes: Any) -> dict[str, Any]:
    papers = {"paper:drawing": "on", "originals:drawing": "1", "copies:drawing": "2"}
    return sent(town, **papers | changes)


def test_a_person_at_the_counter_leaves_with_a_receipt(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)

    answer = counter.post(ADDRESS, filled(town))

    dossier = Dossier.objects.get()
    assert answer["Location"] == f"/desk/{dossier.code}/receipt"
    assert acts(dossier.code) == ["submit", "receive"]
    assert dossier.channel == 1
    assert dossier.components == [{"code": "drawing", "originals": 1, "copies": 2}]
    sheet = text(counter.get(answer["Location"]))
    for words in (dossier.code, "Nguyễn Thị Lan", "<svg", "Bản vẽ"):
        assert words in sheet


def test_the_button_pressed_twice_makes_one_dossier(town: Town, desk_of: Desks) -> None:
    counter, sent = desk_of(town.counter), filled(town)

    first, second = counter.post(ADDRESS, sent), counter.post(ADDRESS, sent)

    assert first["Location"] == second["Location"]
    assert Dossier.objects.count() == 1
    assert acts(Dossier.objects.get().code) == ["submit", "receive"]


def test_the_form_and_the_competent_unit_are_ready(town: Town, desk_of: Desks) -> None:
    page = text(desk_of(town.counter).get(ADDRESS))

    assert 'name="house.floors"' in page
    assert 'name="file:drawing"' in page
    assert re.search(rf'value="{town.competent_id}"( selected)?>', page)


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"applicant_name": ""}, 422, "Họ và tên"),
        ({"applicant_name": "x" * 10_000}, 422, "Họ và tên"),
        ({"house.floors": "99"}, 422, "Số tầng"),
        ({"paper:drawing": None}, 422, "Bản vẽ"),
        ({"at:unit": None}, 400, "Biểu mẫu"),
        ({"at:unit": "999999"}, 422, "không tồn tại"),
        ({"at:counter": "1"}, 403, "không được phép"),
        ({"key": "x"}, 400, "Biểu mẫu"),
        ({"version": "x"}, 400, ""),
        ({"version": "999999"}, 404, ""),
        ({"kept": "tampered"}, 400, ""),
    ],
)
def test_a_wrong_form_comes_back_and_saves_nothing(
    town: Town, desk_of: Desks, changes: dict[str, Any], status: int, words: str
) -> None:
    answer = desk_of(town.counter).post(ADDRESS, filled(town, **changes))

    assert answer.status_code == status
    assert words in text(answer)
    assert not Dossier.objects.exists()


def test_a_unit_that_does_not_handle_the_procedure_is_refused(town: Town, desk_of: Desks) -> None:
    answer = desk_of(town.counter).post(ADDRESS, filled(town, **{"at:unit": town.centre_id}))

    assert answer.status_code == 422
    assert not Dossier.objects.exists()


def test_what_was_typed_and_scanned_stays_when_something_is_wrong(
    town: Town, desk_of: Desks
) -> None:
    counter = desk_of(town.counter)
    scan = SimpleUploadedFile("ban ve.pdf", PDF, "application/pdf")
    wrong = filled(town, **{"house.floors": "", "paper:drawing": None, "file:drawing": scan})

    page = text(counter.post(ADDRESS, wrong))
    kept = re.findall(r'name="kept" value="([^"]+)"', page)
    answer = counter.post(ADDRESS, filled(town, **{"paper:drawing": None, "kept": kept}))

    assert "0912345678" in page
    assert "ban ve.pdf" in page
    assert answer.status_code == 303
    code = Dossier.objects.get().code
    assert Attachment.objects.get(dossier__code=code).component_code == "drawing"
    shown = text(counter.get(f"/desk/{code}"))
    link = re.search(rf"/desk/{re.escape(code)}/papers/[0-9a-f-]+", shown)
    assert link
    file = counter.get(link[0])
    assert b"".join(file.streaming_content) == PDF
    assert file["Content-Type"] == "application/pdf"
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file["Content-Disposition"].startswith("inline")


def test_another_officer_cannot_use_a_kept_file(town: Town, desk_of: Desks) -> None:
    scan = SimpleUploadedFile("a.pdf", PDF, "application/pdf")
    page = text(
        desk_of(town.counter).post(
            ADDRESS, filled(town, **{"house.floors": "", "file:drawing": scan})
        )
    )
    kept = re.findall(r'name="kept" value="([^"]+)"', page)

    answer = desk_of(town.counter).post(ADDRESS, filled(town, kept=kept))

    assert answer.status_code == 400
    assert not Dossier.objects.exists()


def test_a_file_that_lies_about_its_type_is_refused(town: Town, desk_of: Desks) -> None:
    lie = SimpleUploadedFile("a.pdf", b"MZ\x90\x00" + b"\x00" * 200, "application/pdf")

    answer = desk_of(town.counter).post(ADDRESS, filled(town, **{"file:drawing": lie}))

    assert answer.status_code in (415, 422)
    assert "a.pdf" in text(answer)
    assert not Dossier.objects.exists()


def test_a_counter_of_several_posts_chooses_where(town: Town, desk_of: Desks) -> None:
    both = official(
        "Hoa", (town.counter.posts[0].unit_code, Role.COUNTER), ("H05.01.01", Role.COUNTER)
    )
    counter = desk_of(both)
    second = next(post.unit_id for post in both.posts if post.unit_code == "H05.01.01")

    counter.post(ADDRESS, filled(town, **{"at:counter": second}))

    dossier = Dossier.objects.get()
    assert (dossier.receiving_unit_id, dossier.competent_unit_id) == (second, town.competent_id)
    assert dossier.status == Status.RECEIVED


def test_procedures_are_found_by_words_and_remembered(town: Town, desk_of: Desks) -> None:
    counter = desk_of(town.counter)
    counter.post(ADDRESS, filled(town))

    found = counter.get("/desk/reception?find=cap giay phep thu")
    recent = text(counter.get("/desk/reception"))

    assert found["Location"] == ADDRESS
    assert ADDRESS in recent


def test_only_the_counter_receives(town: Town, desk_of: Desks) -> None:
    specialist: Client = desk_of(town.specialist)

    assert specialist.get("/desk/reception").status_code == 403
    assert specialist.post(ADDRESS, filled(town)).status_code == 403
    assert not Dossier.objects.exists()


def test_the_secret_stands_on_the_counters_receipt_only(town: Town, desk_of: Desks) -> None:
    code = town.submitted()

    at_counter = text(desk_of(town.counter).get(f"/desk/{code}/receipt"))
    elsewhere = text(desk_of(town.specialist).get(f"/desk/{code}/receipt"))

    assert "Mã bí mật để tra cứu" in at_counter
    assert "Mã bí mật để tra cứu" not in elsewhere
    assert row(code).status == Status.SUBMITTED
