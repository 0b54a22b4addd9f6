# SPDX-License-Identifier: Apache-2.0
"""Generated forms."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.rules import forms
from motcua.rules.generation.forms import form
from tests.rules.generation.records import BUSINESS, CITIZEN, FOREIGNER, a_record


def names(**facts: Any) -> list[str]:
    return [field["name"] for page in form(a_record(**facts))["pages"] for field in page["fields"]]


def test_a_procedure_for_citizens_asks_for_a_person_and_the_request() -> None:
    assert names(targets=[CITIZEN]) == [
        "applicant_name",
        "applicant_personal_id",
        "applicant_birth_on",
        "applicant_phone",
        "applicant_email",
        "applicant_address",
        "request.content",
    ]


def test_a_procedure_for_businesses_asks_for_the_business_too() -> None:
    asked = names(targets=[BUSINESS])

    assert "applicant_kind" not in asked
    assert {"applicant_organisation", "applicant_tax_code", "applicant_representative"} < set(asked)


@pytest.mark.parametrize("targets", [[CITIZEN, BUSINESS], []])
def test_where_both_may_apply_the_applicant_says_which(targets: list[str]) -> None:
    pages = form(a_record(targets=targets))["pages"]

    fields = {field["name"]: field for field in pages[0]["fields"]}

    assert fields["applicant_organisation"]["show_if"] == {"eq": ["applicant_kind", "organisation"]}
    assert [option["value"] for option in fields["applicant_kind"]["options"]] == [
        "person",
        "organisation",
    ]


def test_a_foreigner_may_have_a_passport_instead_of_a_personal_number() -> None:
    asked = names(targets=[CITIZEN, FOREIGNER])

    assert asked.index("applicant_identity") < asked.index("applicant_passport")


def test_the_number_of_copies_is_asked_where_the_result_is_a_copy() -> None:
    assert "request.copies" in names(results=[{"name": "Bản sao Trích lục hộ tịch"}])
    assert "request.copies" in names(results=None, name="Cấp bản sao văn bằng từ sổ gốc")
    assert "request.copies" not in names()


@pytest.mark.parametrize(
    "targets", [[CITIZEN], [BUSINESS], [CITIZEN, BUSINESS], [CITIZEN, FOREIGNER, BUSINESS], []]
)
def test_every_generated_form_is_a_form(targets: list[str]) -> None:
    record = a_record(targets=targets, results=[{"name": "Bản sao"}])

    parsed = forms.parse(form(record))

    assert [page.name for page in parsed.pages] == ["applicant", "request"]
