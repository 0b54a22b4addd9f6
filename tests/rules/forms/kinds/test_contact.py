# SPDX-License-Identifier: Apache-2.0
"""Telephone numbers and e-mail addresses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.rules.forms.builders import keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("0912345678", "0912345678"),
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912-345-678", "0912345678"),
        ("+84912345678", "0912345678"),
        ("(0222) 3 822 345", "02223822345"),
        ("024 3825 1234", "02438251234"),
        ("0871234567", "0871234567"),
        ("091234567", "phone"),
        ("09123456789", "phone"),
        ("0123456789", "phone"),
        ("02313822345", "phone"),
        ("+1 202 555 0100", "phone"),
        ("+84", "phone"),
        ("٠٩١٢٣٤٥٦٧٨", "phone"),
        ("not a number", "phone"),
        ("0" * 10_000, "too_long"),
        (912345678, "wrong_shape"),
    ],
)
def test_a_phone_number_is_kept_as_digits_from_zero(raw: object, kept: str) -> None:
    assert keeps("phone", raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (" Ten.Ho@Example.VN ", "Ten.Ho@example.vn"),
        ("a+b@mail.bacninh.gov.vn", "a+b@mail.bacninh.gov.vn"),
        ("a@b", "email"),
        ("a@@b.vn", "email"),
        (".a@b.vn", "email"),
        ("a..b@c.vn", "email"),
        ("a b@c.vn", "email"),
        ("a@-c.vn", "email"),
        ("tên@example.vn", "email"),
        ("a" * 65 + "@example.vn", "email"),
        ("a@" + "b" * 300 + ".vn", "too_long"),
        ("a@b.vn\nBcc: c@d.vn", "unclean_text"),
    ],
)
def test_an_email_address_is_plain(raw: str, kept: str) -> None:
    assert keeps("email", raw) == kept


def test_every_prefix_in_use_is_accepted() -> None:
    rows = (Path(__file__).parent / "phone_prefixes.csv").read_text("utf-8").splitlines()
    numbers = [row["prefix"].ljust(int(row["total_digits"]), "7") for row in csv.DictReader(rows)]

    assert len(numbers) == 99
    assert [number for number in numbers if keeps("phone", number) != number] == []
