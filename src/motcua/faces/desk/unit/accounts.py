# SPDX-License-Identifier: Apache-2.0
"""Into which bank accounts the fees of the unit are paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from motcua.domains.payments.acts.set_beneficiary_account import NewAccount, set_beneficiary_account
from motcua.domains.payments.banks import banks
from motcua.domains.payments.queries.accounts import (
    AccountCard,
    account_lines,
    beneficiary_account,
)
from motcua.domains.procedures.queries.charged_fees import ChargedFee, charged_fees
from motcua.faces.design.titles import both_text
from motcua.faces.desk import posted
from motcua.faces.desk.unit import frame
from motcua.kit import clock
from motcua.kit.access import Role
from motcua.kit.guards import role_required


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account in its period; `title` is "" where no procedure of the unit asks for its fee."""

    card: AccountCard
    title: str
    in_use: bool


@role_required(Role.UNIT_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def accounts(request: HttpRequest) -> HttpResponse:
    """Show the accounts over time; POST lets another hold from a day on."""
    return frame.answer(request, {"set": _set}, _show)


def _set(request: HttpRequest, unit_id: int) -> None:
    form, by = request.POST, posted.by(request)
    fee_code = posted.text(form, "fee").strip()
    known = _choices(charged_fees(unit_id, clock.today()), account_lines(unit_id))
    if fee_code and fee_code not in dict(known):
        raise posted.FormBroken
    wanted = NewAccount(
        unit_id=unit_id, bank_bin=form.get("bank", "")[:20],
        account_number=posted.text(form, "number")[:60], account_name=posted.text(form, "name"),
        valid_from=posted.day(form, "from"), fee_code=fee_code,
    )  # fmt: skip
    set_beneficiary_account(actor=by.actor, at=by.at, key=by.key, wanted=wanted)


def _show(request: HttpRequest, unit_id: int, fault: str, status: int) -> HttpResponse:
    today = clock.today()
    fees, held = charged_fees(unit_id, today), account_lines(unit_id)
    context = {
        "fees": [(fee, beneficiary_account(unit_id, fee.code, today)) for fee in fees],
        "lines": list(_lines(fees, held, today)),
        "choices": list(_choices(fees, held)),
        "banks": [(bank.bin, f"{bank.short_name} – {bank.name_vi}") for bank in banks().values()],
        "tomorrow": today + timedelta(days=1),
    }  # fmt: skip
    return frame.page(request, "accounts", unit_id, context, fault=fault, status=status)


def _lines(
    fees: Iterable[ChargedFee], held: Iterable[AccountCard], today: date
) -> Iterator[AccountLine]:
    titles = {fee.code: both_text(fee.title) for fee in fees}
    for card in held:
        in_use = card.valid_from <= today and (not card.valid_to or today < card.valid_to)
        yield AccountLine(card, titles.get(card.fee_code, ""), in_use)


def _choices(
    fees: Iterable[ChargedFee], held: Iterable[AccountCard]
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """Yield the fees an account may be stated for: those asked for, then those that were."""
    kinds = {"fee": gettext("fee"), "charge": gettext("charge")}
    known = {fee.code for fee in fees}
    for fee in fees:
        yield fee.code, f"{both_text(fee.title)} – {kinds[fee.kind]} ({fee.code})"
    for code in dict.fromkeys(card.fee_code for card in held):
        if code and code not in known:
            yield code, gettext("No procedure asks for it now (%(code)s)") % {"code": code}
