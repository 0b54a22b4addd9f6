# SPDX-License-Identifier: Apache-2.0
"""Say into which account a unit's fees are paid from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy

from motcua.domains.payments.banks import bank_of
from motcua.domains.payments.models import FEE_CODE_MOST, BeneficiaryAccount
from motcua.domains.units import queries as units
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.kit.faults import Fault, Stale
from motcua.rules.errors import RuleError
from motcua.rules.vietqr import Transfer, payload, plain
from motcua.rules.words import clean

NAME_MOST = 200


class UnknownBank(Fault):
    """No bank has this number."""

    sentence = gettext_lazy("Choose a bank of the list.")


class AccountMalformed(Fault):
    """The number is none, or nobody's name stands beside it."""

    sentence = gettext_lazy(
        "Give the account number (6 to 19 letters and digits) and the name of its owner"
        " in Latin letters."
    )


class AccountTooEarly(Fault):
    """The past cannot be changed: payments have gone to the account that was right then."""

    status = 409
    sentence = gettext_lazy("The account must begin on %(earliest)s or later.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """An account; `fee_code` is "" for every fee of the unit that has none of its own."""

    unit_id: int
    bank_bin: str
    account_number: str
    account_name: str
    valid_from: date
    fee_code: str = ""


def set_beneficiary_account(*, actor: Actor, at: datetime, key: UUID, wanted: NewAccount) -> None:
    """Let the account hold from a day on; the one before ends there, planned ones give way.

    The first account of a fee may begin in the past. For the unit's own administrator or an
    operator. Raises NotPermitted, UnknownBank, AccountMalformed, AccountTooEarly, Stale.
    """
    post = _post(actor, wanted.unit_id)
    wanted = _checked(wanted)
    try:
        with transaction.atomic():
            subject = f"accounts:{units.agency(wanted.unit_id).code}"
            act = "set_beneficiary_account"
            if not idempotency.spend(key=key, act=act, actor=actor, subject=subject, at=at):
                return
            _replace(wanted, actor, at)
            audit.append(
                chain=subject, at=at, act=act, actor=actor, post=post, payload=_payload(wanted)
            )
    except IntegrityError as error:
        raise Stale from error


def _post(actor: Actor, unit_id: int) -> Post:
    operators = actor.posts_as(Role.OPERATOR)
    post = actor.post(Role.UNIT_ADMIN, unit_id) or (operators[0] if operators else None)
    if post is None:
        raise NotPermitted
    return post


def _checked(wanted: NewAccount) -> NewAccount:
    if bank_of(wanted.bank_bin) is None:
        raise UnknownBank
    number = "".join(wanted.account_number.split()).upper()
    try:
        payload(Transfer(bank=wanted.bank_bin, account=number))
        name = plain(clean(wanted.account_name)).upper()
    except RuleError as error:
        raise AccountMalformed from error
    if not name or len(name) > NAME_MOST or len(wanted.fee_code) > FEE_CODE_MOST:
        raise AccountMalformed
    return NewAccount(
        unit_id=wanted.unit_id, bank_bin=wanted.bank_bin, account_number=number,
        account_name=name, valid_from=wanted.valid_from, fee_code=wanted.fee_code,
    )  # fmt: skip


def _replace(wanted: NewAccount, actor: Actor, at: datetime) -> None:
    today = at.astimezone(VN).date()
    rows = BeneficiaryAccount.objects.filter(unit_id=wanted.unit_id, fee_code=wanted.fee_code)
    held = rows.select_for_update().filter(valid_from__lte=today).order_by("-valid_from").first()
    earliest = max(today, held.valid_from + timedelta(days=1)) if held else wanted.valid_from
    if wanted.valid_from < earliest:
        raise AccountTooEarly(earliest=earliest.strftime("%d/%m/%Y"))
    rows.filter(valid_from__gt=today, valid_from__gte=wanted.valid_from).delete()
    running = Q(valid_to__isnull=True) | Q(valid_to__gt=wanted.valid_from)
    rows.filter(running, valid_from__lt=wanted.valid_from).update(valid_to=wanted.valid_from)
    BeneficiaryAccount.objects.create(
        unit_id=wanted.unit_id, fee_code=wanted.fee_code, bank_bin=wanted.bank_bin,
        account_number=wanted.account_number, account_name=wanted.account_name,
        valid_from=wanted.valid_from, source="real", set_by=actor.code, set_at=at,
    )  # fmt: skip


def _payload(wanted: NewAccount) -> dict[str, str]:
    return {
        "fee_code": wanted.fee_code,
        "bank": wanted.bank_bin,
        "account": wanted.account_number,
        "name": wanted.account_name,
        "from_on": wanted.valid_from.isoformat(),
    }
