# SPDX-License-Identifier: Apache-2.0
"""The applicant's wish to have results one by one is noted, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.domains.dossiers.acts.ask_parts import ask_parts
from motcua.domains.dossiers.case import holder_code
from motcua.domains.dossiers.models import Linkage
from motcua.kit.access import GUEST, Mandate, NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import AuditEntry
from tests.builders import by, vn
from tests.domains.dossiers.interlinked import Family

AT = vn("2026-07-03 11:00")


def wanted(code: str) -> bool:
    return Linkage.objects.values_list("in_parts", flat=True).get(code=code)


def test_the_applicant_changes_their_mind(family: Family) -> None:
    code = family.submitted()

    ask_parts(by=by(family.citizen, AT), code=code, in_parts=True)
    assert wanted(code)
    ask_parts(by=by(family.citizen, AT), code=code, in_parts=False)

    assert not wanted(code)
    assert AuditEntry.objects.filter(chain=f"linkage:{code}", act="ask_parts").count() == 2


def test_the_counter_notes_it_for_them(family: Family) -> None:
    code = family.submitted()

    ask_parts(by=by(family.counter, AT), code=code, in_parts=True)

    assert wanted(code)


def test_whoever_has_the_secret_may_wish(family: Family) -> None:
    code = family.submitted()

    ask_parts(by=by(replace(GUEST, code=holder_code(code)), AT), code=code, in_parts=True)

    assert wanted(code)


def test_nobody_else_may(family: Family) -> None:
    code = family.submitted()

    elsewhere = Mandate("cd-ba", "Bà", 0, procedure_code="1.000001")
    strangers = (
        GUEST, family.police_counter, replace(family.citizen, account_id=0),
        replace(family.citizen, mandate=elsewhere),
    )  # fmt: skip
    for stranger in strangers:
        with pytest.raises(NotPermitted):
            ask_parts(by=by(stranger, AT), code=code, in_parts=True)

    assert not wanted(code)


def test_a_code_of_nothing_is_not_found(family: Family) -> None:
    with pytest.raises(NotFound):
        ask_parts(by=by(family.citizen, AT), code="H05.18-260703-9999", in_parts=True)
