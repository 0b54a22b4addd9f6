# SPDX-License-Identifier: Apache-2.0
"""The named list of bad input at the portal: status and sentence, in each language.

The table of the whole list stands in docs/reference/bad_input.md.
"""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any

import pikepdf
import pytest
from django.db import connection

from motcua.domains.dossiers.models import Attachment, Dossier, Draft
from motcua.domains.vault.models import StoredFile
from tests.domains.dossiers.conftest import Town, row
from tests.faces.portal.conftest import APPLICANT, PDF, Browser, hidden, only, pdf, signed_in
from tests.faces.portal.test_bad_input import NFD, SCRIPT, bomb
from tests.files import pdf as made

Words = tuple[str, str]
LANGUAGES = ("vi", "en")
UNSTORABLE = ("ký tự không lưu được", "characters that cannot be stored")
NO_NAME = ("Họ tên chỉ gồm chữ cái", "A name has only letters")
TOO_LARGE = b"\x00" * (21 << 20)

FILES: tuple[tuple[str, Callable[[], bytes], int, Words], ...] = (
    ("a.pdf", lambda: PDF + TOO_LARGE, 413, ("Tệp lớn hơn 20 MB", "larger than 20 MB")),
    ("a.exe", lambda: b"MZ" * 99, 422, ("Chỉ chấp nhận tệp PDF", "Only PDF, JPEG, PNG")),
    ("a.png", lambda: PDF, 422, ("không khớp với phần mở rộng", "not what its name says")),
    ("a.docx", bomb, 422, ("bung ra lớn bất thường", "unpacks to far more")),
    (
        "a.pdf", lambda: made(encryption=pikepdf.Encryption(user="a", owner="b")), 422,
        ("Tệp PDF có mật khẩu", "protected by a password"),
    ),
)  # fmt: skip


def said(answer: Any) -> str:
    return unescape(answer.content.decode())


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(guest: Browser, language: str) -> Browser:
    guest.cookies["language"] = language
    return guest


def one_of(words: Words, language: str) -> str:
    return words[LANGUAGES.index(language)]


@pytest.mark.parametrize(("name", "content", "status", "words"), FILES)
def test_a_bad_file_says_what_is_wrong_and_is_not_kept(
    reader: Browser, town: Town, language: str,
    name: str, content: Callable[[], bytes], status: int, words: Words,
) -> None:  # fmt: skip
    reader.start(town)

    answer = reader.attach(pdf(name, content()))

    assert answer.status_code == status
    assert one_of(words, language) in said(answer)
    assert not Attachment.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_scan_of_300_pages_is_taken(reader: Browser, town: Town, language: str) -> None:
    reader.start(town)

    answer = reader.attach(pdf("quet.pdf", made(pages=300)))

    assert answer.status_code == 303
    assert StoredFile.objects.get().pages == 300
    assert f'lang="{language}"' in said(reader.get("/nop/giay-to"))


def test_a_scan_of_more_pages_than_anybody_reads_is_refused(
    reader: Browser, town: Town, language: str
) -> None:
    reader.start(town)

    answer = reader.attach(pdf("quet.pdf", made(pages=2_001)))

    assert answer.status_code == 422
    assert one_of(("Hãy chia thành nhiều tệp", "Divide it into several files"), language) in said(
        answer
    )
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("x" * 10_000, ("tối đa 100 ký tự", "at most 100 characters")),
        (SCRIPT, NO_NAME),
        ("Lan\x07", UNSTORABLE),
    ],
)
def test_a_name_that_cannot_be_one_is_refused_beside_its_field(
    reader: Browser, town: Town, language: str, typed: str, words: Words
) -> None:
    reader.start(town)

    answer = reader.fill("applicant", **APPLICANT | {"applicant_name": typed})

    assert answer.status_code == 422
    assert one_of(words, language) in said(answer)
    assert "<script>alert" not in answer.content.decode()
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("applicant", "applicant_name"), ("applicant", "applicant_birth_on"),
        ("applicant", "applicant_personal_id"), ("applicant", "applicant_phone"),
        ("applicant", "applicant_email"), ("house", "house.floors"), ("house", "copies"),
    ],
)  # fmt: skip
def test_markup_in_any_field_is_refused_and_never_markup_again(
    reader: Browser, town: Town, language: str, page: str, name: str
) -> None:
    reader.start(town)

    answer = reader.fill(page, **{**APPLICANT, "house.floors": "3", name: SCRIPT})

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()
    words = ("Vui lòng kiểm tra các nội dung sau", "Please check the following")
    assert one_of(words, language) in said(answer)


def test_a_lone_surrogate_is_refused_in_a_sentence(
    reader: Browser, town: Town, language: str
) -> None:
    reader.start(town)
    body = b"action=continue&applicant_phone=0912345678&applicant_name=Lan%ED%A0%80"

    answer = reader.generic(
        "POST", "/nop/ho-so/applicant", body, "application/x-www-form-urlencoded"
    )

    assert answer.status_code == 422
    assert one_of(NO_NAME, language) in said(answer)
    assert not Dossier.objects.exists()


def test_decomposed_letters_are_taken_and_kept_composed(
    reader: Browser, town: Town, language: str
) -> None:
    reader.start(town)

    assert reader.fill("applicant", **APPLICANT | {"applicant_name": NFD}).status_code == 303

    assert Draft.objects.get().answers["applicant_name"] == "Nguyễn Thị Ấn"
    assert "Nguyễn Thị Ấn" in said(reader.get("/nop/ho-so/applicant"))
    assert f'lang="{language}"' in said(reader.get("/nop/ho-so/applicant"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("01/01/2999", ("Ngày này chưa đến", "This day is still to come")),
        ("01/01/0000", ("Ngày này không có trong lịch", "not a date of the calendar")),
        ("31/02/1990", ("Ngày này không có trong lịch", "not a date of the calendar")),
    ],
)
def test_a_birthday_to_come_or_of_the_year_0_is_refused(
    reader: Browser, town: Town, language: str, typed: str, words: Words
) -> None:
    reader.start(town)

    answer = reader.fill("applicant", **APPLICANT | {"applicant_birth_on": typed})

    assert answer.status_code == 422
    assert one_of(words, language) in said(answer)
    assert not Dossier.objects.exists()


def test_a_tampered_hidden_field_is_refused(reader: Browser, town: Town, language: str) -> None:
    fields = reader.prepare(town)

    answer = reader.post("/nop/gui", fields | {"key": "1 OR 1=1"})

    assert answer.status_code == 400
    assert one_of(("mở lại trang", "Open the page again"), language) in said(answer)
    assert not Dossier.objects.exists()


def test_the_last_click_repeated_gives_one_dossier(
    reader: Browser, town: Town, language: str
) -> None:
    fields = reader.prepare(town)

    answers = [reader.post("/nop/gui", fields) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert len({answer["Location"] for answer in answers}) == 1
    assert only().status == 1


def test_a_stale_form_is_refused(town: Town, language: str) -> None:
    code = town.received()
    citizen = signed_in(town.citizen)
    citizen.cookies["language"] = language
    fields = hidden(citizen.get(f"/ho-so/{code}/rut"))

    answer = citizen.post(f"/ho-so/{code}/rut", fields | {"seen": "1"})

    assert answer.status_code == 409
    assert one_of(("đã thay đổi sau khi", "changed this since"), language) in said(answer)
    assert row(code).status == 2


def test_another_persons_dossier_is_not_there(town: Town, language: str) -> None:
    code = town.received()
    stranger = signed_in(town.stranger)
    stranger.cookies["language"] = language

    for answer in (stranger.get(f"/ho-so/{code}"), stranger.post(f"/ho-so/{code}/rut", {})):
        assert answer.status_code == 404
        assert one_of(("Không tìm thấy", "Nothing was found"), language) in said(answer)
    assert row(code).status == 2


def test_a_closed_version_takes_nothing(reader: Browser, town: Town, language: str) -> None:
    fields = reader.prepare(town)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procedures_procedureversion SET valid_to = '2026-01-06' WHERE id = %s",
            [town.version_id],
        )

    answer = reader.post("/nop/gui", fields)

    assert answer.status_code == 409
    assert one_of(("Phiên bản thủ tục này đã đóng", "is closed"), language) in said(answer)
    assert not Dossier.objects.exists()
