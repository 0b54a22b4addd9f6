# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from uuid import uuid4

import pytest

from motcua.domains.payments import queries
from motcua.domains.payments.acts.refuse_refund import refuse_refund
from motcua.domains.payments.acts.request_refund import ReasonMissing, request_refund
from motcua.domains.payments.models import Refund
from motcua.domains.payments.refunds import NoRequest
from motcua.kit.access import NotPermitted
from tests.domains.payments.conftest import AT, Ward


@pytest.fixture
def asked(ward: Ward) -> Ward:
    ward.bill("D-1")
    ward.cash("D-1")
    request_refund(
        actor=ward.cashier, at=AT, key=uuid4(), dossier_code="D-1", amount_vnd=24_000, reason="x"
    )
    return ward


def test_a_refused_request_leaves_the_bill_paid(asked: Ward) -> None:
    key = uuid4()
    for _ in range(2):
        refuse_refund(actor=asked.leader, at=AT, key=key, dossier_code="D-1", note="Đã trả kết quả")

    assert queries.bill_of("D-1").state == "paid"
    assert Refund.objects.get().state == "refused"
    with pytest.raises(NoRequest):
        refuse_refund(actor=asked.leader, at=AT, key=uuid4(), dossier_code="D-1", note="x")


def test_a_reason_is_needed_and_the_right_person(asked: Ward) -> None:
    with pytest.raises(ReasonMissing):
        refuse_refund(actor=asked.leader, at=AT, key=uuid4(), dossier_code="D-1", note=" ")
    with pytest.raises(NotPermitted):
        refuse_refund(actor=asked.cashier, at=AT, key=uuid4(), dossier_code="D-1", note="x")
