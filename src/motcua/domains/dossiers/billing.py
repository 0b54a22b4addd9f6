# SPDX-License-Identifier: Apache-2.0
"""When a procedure asks for its fee: before acceptance, in a step of its own, before return."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.case import Case
from motcua.domains.payments import queries as payments
from motcua.domains.payments.acts.amend_bill import amend_bill, waive_bill
from motcua.domains.payments.acts.issue_bill import issue_bill
from motcua.domains.procedures.queries import Version
from motcua.kit.access import Actor
from motcua.kit.clock import VN
from motcua.kit.faults import Fault
from motcua.rules import fees
from motcua.rules.workflow import StepKind

# On the paper and on the page of the dossier, as reasons of exemption are: in Vietnamese.
WAIVED = "Không phải nộp: hồ sơ kết thúc không có kết quả"


class PayFirst(Fault):
    """The procedure asks for the fee before this step."""

    status = 409
    sentence = gettext_lazy("The fee must be paid before this step; the bill is still open.")


def bill(
    version: Version, *, actor: Actor, at: datetime, code: str, unit_id: int,
    answers: Mapping[str, Any], channel: int,
) -> None:  # fmt: skip
    """Write the bill of a dossier by the fees of this day; a bill that is there stays."""
    quote = fees.quote(
        version.fees, answers=answers, channel=channel, on=at.astimezone(VN).date()
    )  # fmt: skip
    issue_bill(actor=actor, dossier_code=code, unit_id=unit_id, quote=quote, at=at)


def amend(case: Case, *, actor: Actor, at: datetime, answers: Mapping[str, Any]) -> None:
    """Let the bill cost what changed answers say, by the fees of the day it was written."""
    quote = quoted(
        case.version, submitted_at=case.submitted_at, received_at=case.received_at,
        channel=case.channel, answers=answers,
    )  # fmt: skip
    if quote is not None:
        amend_bill(actor=actor, at=at, dossier_code=case.code, quote=quote)


def quoted(
    version: Version, *, submitted_at: datetime, received_at: datetime | None, channel: int,
    answers: Mapping[str, Any],
) -> fees.Quote | None:  # fmt: skip
    """Return what answers cost by the fees of the day of the bill; None before there is one."""
    since = submitted_at if version.payment == "before" else received_at
    if since is None:
        return None
    return fees.quote(
        version.fees, answers=answers, channel=channel, on=since.astimezone(VN).date()
    )


def waive(case: Case, *, actor: Actor, at: datetime) -> None:
    """Ask no more money for a dossier that ends without a result, as its notice says."""
    waive_bill(actor=actor, at=at, dossier_code=case.code, reason=WAIVED)


def must_be_paid_to_receive(case: Case) -> None:
    """Raise PayFirst where the procedure is paid before acceptance and this dossier is not."""
    if case.version.payment == "before" and payments.is_unpaid(case.code):
        raise PayFirst


def must_be_paid_to_leave(case: Case) -> None:
    """Raise PayFirst where the dossier stands at the procedure's payment step, unpaid."""
    at_payment = case.here.kind is StepKind.PAYMENT and case.version.payment == "middle"
    if at_payment and payments.is_unpaid(case.code):
        raise PayFirst
