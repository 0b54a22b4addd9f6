# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.people import queries as people
from motcua.domains.people.acts.accept_representation import accept_representation
from motcua.domains.people.acts.record_representation import record_representation
from motcua.domains.people.known import Named
from motcua.domains.people.models import Account
from motcua.kit.access import NotPermitted
from motcua.kit.models import AuditEntry
from tests.domains.people.representing import AT, BA, CHAU, citizen, counter, wanted

pytestmark = pytest.mark.django_db


def test_a_counter_records_a_paper_consent_with_its_scan() -> None:
    young, scan, key = citizen(CHAU), uuid4(), uuid4()
    recorded = {"at": AT, "key": key, "principal": Named(*BA), "wanted": wanted()}

    codes = {
        record_representation(actor=counter(), consent_paper=scan, **recorded) for _ in range(2)
    }

    (code,) = codes
    accept_representation(actor=young, at=AT, code=code)
    assert people.acting(young, code, AT).mandate.principal_name == BA[1]
    entry = AuditEntry.objects.get(act="record_representation")
    assert entry.payload["paper"] == str(scan)
    assert entry.post == "counter@H05.42"
    assert Account.objects.get(personal_id=BA[0]).identity_level == 0


def test_others_record_nothing() -> None:
    with pytest.raises(NotPermitted):
        record_representation(
            actor=citizen(CHAU), at=AT, key=uuid4(), principal=Named(*BA), wanted=wanted(),
            consent_paper=uuid4(),
        )  # fmt: skip
