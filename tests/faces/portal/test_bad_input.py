# SPDX-License-Identifier: Apache-2.0
"""Everything the portal may be sent: a clear sentence each, nothing half saved."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from motcua.domains.dossiers.models import Attachment, Dossier, Draft
from motcua.domains.vault.models import StoredFile
from motcua.kit import uploads
from tests.domains.dossiers.conftest import Town
from tests.faces.portal.conftest import (
    APPLICANT,
    CODE,
    HOUSE,
    PDF,
    Browser,
    hidden,
    only,
    pdf,
    signed_in,
)

SCRIPT = '"><script>alert(1)</script>'
NFD = unicodedata.normalize("NFD", "Nguyễn Thị Ấn")

# page, posted answers, expected status, what must be kept of the posted answer (None: nothing)
FIELDS: tuple[tuple[str, dict[str, Any], int], ...] = (
    ("applicant", {"applicant_name": "x" * 10_000}, 422),
    ("applicant", {"applicant_name": ""}, 422),
    ("applicant", {"applicant_name": SCRIPT}, 422),
    ("applicant", {"applicant_name": "\x00"}, 422),
    ("applicant", {"applicant_name": "Lan\x07"}, 422),
    ("applicant", {"applicant_name": "Lan\u202egpj"}, 422),
    ("applicant", {"applicant_name": ["Lan", "Hoa", "\x00"]}, 422),
    ("applicant", {"applicant_phone": "0" * 500}, 422),
    ("applicant", {"applicant_phone": SCRIPT}, 422),
    ("applicant", {"applicant_email": "a@b@c"}, 422),
    ("applicant", {"applicant_email": SCRIPT}, 422),
    ("house", {"house.floors": "0"}, 422),
    ("house", {"house.floors": "-1"}, 422),
    ("house", {"house.floors": "9" * 5_000}, 422),
    ("house", {"house.floors": "٣٣"}, 422),
    ("house", {"house.floors": SCRIPT}, 422),
    ("house", {"house.floors": "NaN"}, 422),
    ("applicant", {"applicant_name": "Nguyễn Thị Lan", "unknown.field": SCRIPT}, 303),
    ("applicant", {"applicant_name": NFD}, 303),
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("page", "answers", "status"), FIELDS)
def test_a_field_is_taken_or_refused_with_a_sentence(
    guest: Browser, town: Town, page: str, answers: dict[str, Any], status: int, language: str
) -> None:
    guest.cookies["language"] = language
    guest.start(town)

    answer = guest.fill(page, **answers)

    assert answer.status_code == status
    if status == 422:
        shown = answer.content.decode()
        assert f'<html lang="{language}">' in shown
        assert 'class="error-summary"' in shown
        assert "<script>alert" not in shown


def test_decomposed_letters_are_kept_composed(guest: Browser, town: Town) -> None:
    guest.start(town)

    guest.fill("applicant", applicant_name=NFD)

    assert Draft.objects.get().answers["applicant_name"] == unicodedata.normalize("NFC", NFD)


@pytest.mark.parametrize(
    "body", [b"applicant_name=%ED%A0%80", b"applicant_name=%FF%FE", b"%00=%00"]
)
def test_bytes_that_are_no_text_do_no_harm(guest: Browser, town: Town, body: bytes) -> None:
    guest.start(town)

    answer = guest.post(
        "/nop/ho-so/applicant", body, content_type="application/x-www-form-urlencoded"
    )

    assert answer.status_code == 422


def test_what_cannot_be_stored_never_reaches_the_table(guest: Browser, town: Town) -> None:
    guest.start(town)

    answer = guest.post(
        "/nop/luu/applicant", {"_field": "applicant_name", "applicant_name": "\x00"}
    )

    assert answer.status_code == 204
    assert not Draft.objects.get().answers.get("applicant_name")


@pytest.mark.parametrize(
    "name", ["", "nobody", "house.floors", "applicant_name.x", "\x00", "a" * 300]
)
def test_a_field_the_page_does_not_have_is_not_saved(guest: Browser, town: Town, name: str) -> None:
    guest.start(town)

    answer = guest.post("/nop/luu/applicant", {"_field": name, name or "x": "1"})

    assert answer.status_code == 404


def test_more_text_than_a_draft_holds_is_413(guest: Browser, town: Town) -> None:
    guest.start(town)

    answer = guest.fill("applicant", applicant_name="x" * 300_000)

    assert answer.status_code == 413
    assert not Draft.objects.get().answers


def test_more_fields_than_any_form_has_is_413(guest: Browser, town: Town) -> None:
    guest.start(town)
    many = {f"f{number}": "1" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}

    assert guest.fill("applicant", **many).status_code == 413


@pytest.mark.parametrize("page", ["nobody", "x" * 500, "%00", "..%2f..%2fetc"])
def test_a_page_the_form_does_not_have_is_404(guest: Browser, town: Town, page: str) -> None:
    guest.start(town)

    assert guest.get(f"/nop/ho-so/{page}").status_code == 404


@pytest.mark.parametrize(
    "action",
    ["add:", "add:nobody", "remove:", "remove:house.floors.0", "remove:x.99999", "x" * 999],
)
def test_a_made_up_action_changes_nothing(guest: Browser, town: Town, action: str) -> None:
    guest.start(town)

    answer = guest.post("/nop/ho-so/house", {"action": action, **HOUSE})

    assert answer.status_code == 303


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (60 << 20))
    return packed.getvalue()


FILES: tuple[tuple[str, Callable[[], bytes], int], ...] = (
    ("a.pdf", lambda: b"", 422),
    ("a.pdf", lambda: b"MZ" + b"\x00" * 200, 422),
    ("a.exe", lambda: b"MZ" + b"\x00" * 200, 422),
    ("a.png", lambda: PDF, 422),
    ("a", lambda: PDF, 422),
    ("a.docx", bomb, 422),
    ("a.html", lambda: SCRIPT.encode(), 422),
    ("a.pdf", lambda: PDF + b"\x00" * (21 << 20), 413),
)


@pytest.mark.parametrize(("name", "content", "status"), FILES)
def test_a_bad_file_is_refused_beside_its_paper(
    guest: Browser, town: Town, name: str, content: Callable[[], bytes], status: int
) -> None:
    guest.start(town)

    answer = guest.attach(pdf(name, content()))

    assert answer.status_code == status
    assert 'id="f-paper-drawing-error"' in answer.content.decode()
    assert not Attachment.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("component", ["nobody", "", "x" * 500, "<b>"])
def test_a_paper_nobody_asked_for_is_refused(guest: Browser, town: Town, component: str) -> None:
    guest.start(town)

    answer = guest.attach(pdf(), component=component)

    assert answer.status_code == 422
    assert "<b>" not in answer.content.decode()
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "name", ["<b>.pdf", "x" * 240 + ".pdf", "tệp có dấu.pdf", "a\u202efdp.pdf"]
)
def test_an_odd_file_name_is_kept_harmless(guest: Browser, town: Town, name: str) -> None:
    guest.start(town)

    answer = guest.attach(pdf(name))
    page = guest.get("/nop/giay-to").content.decode()

    assert answer.status_code == 303
    assert "<b>.pdf" not in page
    assert "\u202e" not in page


def test_a_request_longer_than_any_form_is_413_before_it_is_read(
    guest: Browser, town: Town
) -> None:
    guest.start(town)

    answer = guest.post(
        "/nop/giay-to",
        b"--x--\r\n",
        content_type="multipart/form-data; boundary=x",
        headers={"Content-Length": str(uploads.MOST_BYTES + 1)},
    )

    assert answer.status_code == 413


def test_too_many_files_at_once_are_413(guest: Browser, town: Town) -> None:
    guest.start(town)
    files = [pdf(f"{number}.pdf") for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]

    assert guest.attach(*files).status_code == 413


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"key": ""}, 400),
        ({"key": "1 OR 1=1"}, 400),
        ({"saved": ""}, 409),
        ({"saved": "2020-01-01"}, 409),
        ({"saved": SCRIPT}, 409),
    ],
)
def test_a_tampered_hidden_field_submits_nothing(
    guest: Browser, town: Town, change: dict[str, str], status: int
) -> None:
    fields = guest.prepare(town)

    answer = guest.post("/nop/gui", fields | change)

    assert answer.status_code == status
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"key": "x"}, 400),
        ({"seen": ""}, 400),
        ({"seen": "-1"}, 400),
        ({"seen": "9" * 4_000}, 400),
        ({"seen": "٣"}, 400),
        ({"seen": "7"}, 409),
    ],
)
def test_a_tampered_withdrawal_changes_nothing(
    citizen: Browser, town: Town, change: dict[str, str], status: int
) -> None:
    code = town.received()
    fields = hidden(citizen.get(f"/ho-so/{code}/rut"))

    answer = citizen.post(f"/ho-so/{code}/rut", fields | change)

    assert answer.status_code == status
    assert only().status == 2


def test_a_reason_with_markup_is_only_text(citizen: Browser, town: Town) -> None:
    code = town.received()
    fields = hidden(citizen.get(f"/ho-so/{code}/rut"))

    citizen.post(f"/ho-so/{code}/rut", fields | {"reason": SCRIPT})

    assert "<script>alert" not in citizen.get(f"/ho-so/{code}").content.decode()
    assert only().status == 7


@pytest.mark.parametrize("reason", ["x" * 10_000, "\x00"])
def test_a_reason_that_cannot_be_kept_is_refused(citizen: Browser, town: Town, reason: str) -> None:
    code = town.received()
    fields = hidden(citizen.get(f"/ho-so/{code}/rut"))

    answer = citizen.post(f"/ho-so/{code}/rut", fields | {"reason": reason})

    assert answer.status_code == 422
    assert only().status == 2


def test_a_form_without_its_token_is_403(town: Town) -> None:
    browser = Browser(enforce_csrf_checks=True, raise_request_exception=False)

    answer = browser.start(town)

    assert answer.status_code == 403
    assert not Draft.objects.exists()


def test_a_version_closed_meanwhile_takes_nothing(guest: Browser, town: Town) -> None:
    fields = guest.prepare(town)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procedures_procedureversion SET valid_to = '2026-01-06' WHERE id = %s",
            [town.version_id],
        )

    answer = guest.post("/nop/gui", fields)

    assert answer.status_code == 409
    assert not Dossier.objects.exists()


def test_another_citizens_draft_number_opens_nothing(citizen: Browser, town: Town) -> None:
    citizen.start(town)
    stranger = signed_in(town.stranger)
    stranger.cookies["draft-chosen"] = str(Draft.objects.get().pk)

    answers = [stranger.get(page).status_code for page in ("/nop/ho-so/applicant", "/nop/xem-lai")]

    assert answers == [404, 404]


@pytest.mark.parametrize("value", ["", "x", "9" * 40, "é", "../..", "1;2"])
def test_a_made_up_draft_cookie_opens_nothing(guest: Browser, town: Town, value: str) -> None:
    for name in ("draft", "draft-chosen"):
        guest.cookies[name] = value

    assert guest.get("/nop/ho-so/applicant").status_code == 404


@pytest.mark.parametrize(
    "page", ["/nop/gui", "/nop/giay-to", "/nop/xem-lai", "/ho-so/x/danh-gia", "/ho-so/x/bo-sung"]
)
def test_without_a_draft_or_dossier_there_is_nothing(guest: Browser, town: Town, page: str) -> None:
    answer = guest.post(page, {"key": "6f1a0f1e-7a53-4f0b-9f8b-0c8b3b6c1d11"})

    assert answer.status_code in (404, 405)


def test_no_name_or_number_stands_in_an_address_of_a_whole_walk(guest: Browser, town: Town) -> None:
    seen: list[str] = []
    request = guest.request

    def noted(**environ: Any) -> Any:
        answer = request(**environ)
        seen.append(f"{environ['PATH_INFO']}?{environ.get('QUERY_STRING', '')}")
        seen.append(answer.headers.get("Location", ""))
        return answer

    guest.request = noted  # type: ignore[method-assign]
    code = guest.submitted(town)
    secret = guest.secret(code).replace(" ", "")
    guest.post("/tra-cuu", {"code": code, "secret": secret})

    personal = re.compile(f"Nguy|0912345678|{secret}|{guest.cookies['draft'].value}")
    assert code in "".join(seen)
    assert not [address for address in seen if personal.search(address)]


def test_the_form_of_a_procedure_unknown_here_is_404(guest: Browser) -> None:
    answers = [guest.get(f"/nop/{code}").status_code for code in ("9.9", "%00", "x" * 400)]

    assert answers == [404, 404, 404]
    assert guest.get(f"/nop/{CODE}").status_code == 200


def test_the_applicants_page_alone_is_not_enough(guest: Browser, town: Town) -> None:
    guest.start(town)
    guest.fill("applicant", **APPLICANT)
    fields = hidden(guest.get("/nop/xem-lai"))

    assert guest.post("/nop/gui", fields).status_code == 422


@pytest.mark.parametrize("path", ["/nop/gui", "/hen/ma"])
def test_an_address_that_only_takes_forms_says_so_and_leads_home(guest: Browser, path: str) -> None:
    answer = guest.get(path)

    assert answer.status_code == 405
    assert answer.headers["Allow"]
    assert 'class="btn btn-primary" href="/"' in answer.content.decode()
