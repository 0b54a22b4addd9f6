# SPDX-License-Identifier: Apache-2.0
"""Files and numbers of registers."""

from __future__ import annotations

import pytest

from tests.rules.forms.builders import a_field, a_form, check, codes, keeps


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (["ab-1", "cd_2", "ab-1"], ["ab-1", "cd_2"]),
        ("ab-1", ["ab-1"]),
        (["../etc/passwd"], "file"),
        (["a" * 65], "file"),
        ([1], "file"),
        (["a", "b", "c", "d"], "too_many_files"),
        ({"a": 1}, "file"),
        ([], None),
    ],
)
def test_files_are_kept_by_reference(raw: object, kept: object) -> None:
    assert keeps("file", raw, paper="birth_certificate", max_files=3) == kept


def test_scans_are_sensitive() -> None:
    (field,) = a_form(a_field("scan", "file", paper="id_card")).fields

    assert field.sensitive


def test_a_number_is_looked_up_in_its_register() -> None:
    assert keeps("register_value", "TB-12/345", register="land_parcels") == "TB-12/345"
    assert keeps("register_value", "TB-12/345", register="ships") == "not_in_register"
    assert keeps("register_value", "TB-1", register="land_parcels") == "not_in_register"
    assert keeps("register_value", {"a": 1}, register="land_parcels") == "wrong_shape"


def test_a_required_file_is_missing() -> None:
    form = a_form(a_field("scan", "file", paper="id_card", required=True))

    assert codes(check(form, {"scan": []})) == {"scan": "required"}
