# SPDX-License-Identifier: Apache-2.0
"""Tax codes and bank accounts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from motcua.rules.forms.kinds.accounts import tax_check_digit
from tests.rules.forms.builders import keeps

VECTORS = (Path(__file__).parent / "tax_code_test_vectors.csv").read_text("utf-8").splitlines()


def test_all_vectors_of_the_check_digit_hold() -> None:
    rows = list(csv.DictReader(VECTORS))

    wrong = [row["code"] for row in rows if (keeps("tax_code", row["code"]) == row["code"])
             != (row["valid"] == "1")]  # fmt: skip

    assert len(rows) == 140
    assert wrong == []


def test_the_check_digit_of_the_circulars_example() -> None:
    assert tax_check_digit("010004751") == 6


def test_some_nine_digits_have_no_check_digit() -> None:
    assert tax_check_digit("239904464") is None


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("0100 047 516", "0100047516"),
        ("0100047516-001", "0100047516-001"),
        ("0100047516001", "0100047516-001"),
        ("0100047516-000", "tax_code_branch"),
        ("0100047515-001", "tax_code_check"),
        ("0100047516-01", "tax_code_digits"),
        ("010004751", "tax_code_digits"),
        ("010004751x", "tax_code_digits"),
        ("024090123456", "024090123456"),
        (100047516, "wrong_shape"),
    ],
)
def test_a_tax_code_has_a_shape(raw: object, kept: str) -> None:
    assert keeps("tax_code", raw) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("2150 205 123 456", "2150205123456"),
        ("12345", "bank_account"),
        ("VN12345678", "bank_account"),
    ],
)
def test_a_bank_account_has_digits(raw: str, kept: str) -> None:
    assert keeps("bank_account", raw) == kept
