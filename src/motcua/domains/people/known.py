# SPDX-License-Identifier: Apache-2.0
"""Persons named by number and name, whether they have signed in yet or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from motcua.domains.people.codes import new_codes
from motcua.domains.people.models import Account, AccountKind
from motcua.domains.people.passwords import UNUSABLE
from motcua.kit.faults import Fault
from motcua.rules.forms.kinds.identity import is_personal_id
from motcua.rules.words import TextError, clean, fold

LONGEST_NAME = 200


class PersonUnknown(Fault):
    """The number has another shape, or belongs to somebody of another name."""

    sentence = gettext_lazy("Personal number and full name do not belong together. Check both.")


@dataclass(frozen=True, slots=True)
class Named:
    """A person as somebody else names them."""

    personal_id: str
    full_name: str


def known_citizen(named: Named, *, at: datetime) -> Account:
    """Return the account of the person; who never signed in gets one of e-ID level 0.

    What the population database says replaces it at the first sign-in. Raises PersonUnknown.
    """
    name = _clean_name(named.full_name)
    if not is_personal_id(named.personal_id) or not name:
        raise PersonUnknown
    where = {"kind": AccountKind.CITIZEN, "personal_id": named.personal_id}
    account = Account.objects.filter(**where).first()
    if account is None:
        code = new_codes("citizen")[0]
        account, _ = Account.objects.get_or_create(
            **where,
            defaults={
                "code": code, "sign_in_name": code, "full_name": name, "password": UNUSABLE,
                "created_at": at,
            },
        )  # fmt: skip
    if fold(account.full_name) != fold(name) or not account.is_active:
        raise PersonUnknown
    return account


def _clean_name(text: str) -> str:
    try:
        name = " ".join(clean(text).split())
    except TextError:
        return ""
    return name if len(name) <= LONGEST_NAME else ""
