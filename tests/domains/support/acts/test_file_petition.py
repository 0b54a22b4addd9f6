# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from collections.abc import Callable
from uuid import uuid4

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.domains.support.acts.file_petition import (
    KindMissing,
    NoSuchDossier,
    NotAPicture,
    Photo,
    file_petition,
)
from motcua.domains.support.models import Petition
from motcua.domains.support.queries import petitions
from motcua.domains.support.wording import WordsMissing, WordsTooShort
from motcua.domains.vault.content import LyingName, UnknownType
from motcua.kit.access import GUEST
from motcua.kit.commands import By
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry, OutboxEvent
from motcua.kit.wording import TextTooLong, TextUnclean
from tests.builders import vn
from tests.domains.support.conftest import FILED_AT, WORDS, Place, row


def pdf() -> bytes:
    """A PDF of one empty page."""
    made = io.BytesIO()
    empty = pikepdf.new()
    empty.add_blank_page()
    empty.save(made)
    return made.getvalue()


def picture() -> bytes:
    """A picture of one point."""
    made = io.BytesIO()
    Image.new("RGB", (1, 1)).save(made, "PNG")
    return made.getvalue()


def test_a_guest_files_one_and_gets_its_legal_clocks(place: Place) -> None:
    code = place.filed(actor=GUEST)

    filed = row(code)
    assert code.startswith("PA-260703-")
    assert (filed.state, filed.account_id, filed.words) == ("filed", None, WORDS)
    assert filed.due_at == vn("2026-07-07 10:00")
    assert filed.resolve_due_at == vn("2026-07-24 10:00")


def test_the_log_holds_no_word_of_it(place: Place) -> None:
    code = place.filed(name="Nguyễn Thị Lan", phone="0912345678")

    (entry,) = AuditEntry.objects.filter(chain=f"petition:{code}")
    (event,) = OutboxEvent.objects.filter(topic="PetitionFiled")
    assert set(entry.payload) == {"unit", "kind", "text_sha256", "dues"}
    assert event.payload["unit_id"] == place.unit_id
    assert "Lan" not in str(entry.payload) + str(event.payload)


def test_a_double_click_files_one(place: Place) -> None:
    command = By(GUEST, FILED_AT, uuid4())

    first = file_petition(by=command, petition=place.new())
    again = file_petition(by=command, petition=place.new())

    assert first == again
    assert Petition.objects.count() == 1


def test_code_and_secret_open_it_and_nothing_else_does(place: Place) -> None:
    code = place.filed(actor=GUEST)

    holder = petitions.holder(code=code, secret=petitions.secret_of(code))

    assert petitions.is_of(holder, petitions.card(code))
    for pair in ((code, "AAAAAAAAAA"), ("PA-260703-999999", petitions.secret_of(code))):
        with pytest.raises(NotFound):
            petitions.holder(code=pair[0], secret=pair[1])


def test_html_stays_text(place: Place) -> None:
    code = place.filed(words="<script>alert(1)</script> đèn hỏng")

    assert row(code).words == "<script>alert(1)</script> đèn hỏng"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"kind": ""}, KindMissing),
        ({"kind": "khieu-nai"}, KindMissing),
        ({"words": ""}, WordsMissing),
        ({"words": "hỏng"}, WordsTooShort),
        ({"words": "x" * 10_000}, TextTooLong),
        ({"words": "đèn\x00 đường hỏng"}, TextUnclean),
        ({"words": "đèn \ud800 đường hỏng"}, TextUnclean),
        ({"name": "x" * 10_000}, TextTooLong),
        ({"unit_id": 0}, NotFound),
        ({"dossier_code": "không nhớ"}, NoSuchDossier),
        ({"dossier_code": "9" * 10_000}, NoSuchDossier),
    ],
)
def test_bad_input_is_refused_and_nothing_is_kept(
    place: Place, changes: dict[str, object], fault: type[Exception]
) -> None:
    with pytest.raises(fault):
        place.filed(**changes)

    assert not Petition.objects.exists()


def test_a_dossier_code_is_kept_as_it_is_written_officially(place: Place) -> None:
    code = place.filed(dossier_code=" h05.43-260703-0001 ")

    assert row(code).dossier_code == "H05.43-260703-0001"


def test_a_photo_goes_to_the_vault(
    place: Place, settings: DjangoSettings, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path

    code = place.filed(photo=Photo("den.png", [picture()]))

    shown = petitions.photo(petitions.card(code))
    assert shown is not None and shown.media_type == "image/png"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("don.pdf", pdf, NotAPicture),
        ("anh.png", pdf, LyingName),
        ("anh.png", lambda: b"MZ" + bytes(100), UnknownType),
    ],
)
def test_another_file_than_a_picture_is_refused(
    place: Place,
    settings: DjangoSettings,
    tmp_path: object,
    name: str,
    content: Callable[[], bytes],
    fault: type[Exception],
) -> None:
    settings.MEDIA_ROOT = tmp_path
    sent = SimpleUploadedFile(name, content())

    with pytest.raises(fault):
        place.filed(photo=Photo(name, sent.chunks()))

    assert not Petition.objects.exists()
