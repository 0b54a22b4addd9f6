# SPDX-License-Identifier: Apache-2.0
"""Into which bank accounts the fees of the unit are paid."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from motcua.domains.payments.acts.set_beneficiary_account import NewAccount, set_beneficiary_account
from motcua.domains.payments.banks import banks
from motcua.domains.payments.queries.accounts import account_lines
from motcua.faces.desk import posted
from motcua.faces.desk.unit import frame
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import role_required


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """Show the accounts over time; POST lets another hold from a day on."""
    return frame.answer(request, {"set": _set}, _show)


def _set(request: HttpRequest, unit_id: int) -> None:
    form, by = request.POST, posted.by(request)
    wanted = NewAccount(
        unit_id=unit_id, bank_bin=form.get("bank", "")[:20],
        account_number=posted.text(form, "number")[:60], account_name=posted.text(form, "name"),
        valid_from=posted.day(form, "from"), fee_code=posted.text(form, "fee").strip(),
    )  # fmt: skip
    set_beneficiary_account(actor=by.actor, at=by.at, key=by.key, wanted=wanted)


def _show(request: HttpRequest, unit_id: int, fault: str, status: int) -> HttpResponse:
    today = clock.today()
    context = {
        "lines": [
            (line, line.valid_from <= today and (not line.valid_to or today < line.valid_to))
            for line in account_lines(unit_id)
        ],
        "banks": [(bank.bin, f"{bank.short_name} – {bank.name_vi}") for bank in banks().values()],
        "tomorrow": today + timedelta(days=1),
    }  # fmt: skip
    return frame.page(request, "accounts", unit_id, context, fault=fault, status=status)
