# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.notices import queries
from motcua.domains.notices.channels import send_at
from motcua.domains.notices.models import Message
from motcua.domains.notices.words import SENTENCES, SMS_LENGTH, plain, sentence
from motcua.kit.faults import NotFound
from tests.builders import vn
from tests.domains.notices.conftest import CODE, told

pytestmark = pytest.mark.django_db


def test_a_letter_names_the_dossier_and_nobody() -> None:
    told(None)

    letter = queries.letter(Message.objects.get().pk)

    assert CODE in letter.subject
    assert "/tra-cuu" in letter.text
    with pytest.raises(NotFound):
        queries.letter(0)


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_text_message_fits_into_one(kind: str) -> None:
    words = (
        f"{sentence(kind, 'H05.42.10-20260703-00001')} https://dichvucong.bacninh.gov.vn/tra-cuu"
    )

    text = plain(words)

    assert text.isascii()
    assert text.endswith("/tra-cuu"), len(words)
    assert len(text) <= SMS_LENGTH


def test_addresses_are_shown_in_part() -> None:
    assert queries.masked("lan@example.vn") == "l***@example.vn"
    assert queries.masked("0912345678") == "***678"


def test_deliveries_are_counted_and_listed() -> None:
    told(None)

    (line,) = queries.deliveries()

    assert (line.to, line.state) == ("a***@example.vn", "waiting")
    assert queries.counts(since=vn("2026-07-01 00:00")) == {("email", "waiting"): 1}
    assert queries.messages_about(CODE) == (line,)
    assert queries.deliveries(state="failed") == ()


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        ("2026-07-03 20:59", "2026-07-03 20:59"),
        ("2026-07-03 21:00", "2026-07-04 06:00"),
        ("2026-07-04 05:59", "2026-07-04 06:00"),
    ],
)
def test_quiet_hours(at: str, leaves: str) -> None:
    assert send_at("sms", vn(at)) == vn(leaves)
    assert send_at("email", vn(at)) == vn(at)
