# SPDX-License-Identifier: Apache-2.0
"""Take down a business and who represents it by law."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people.codes import new_codes
from motcua.domains.people.events import BusinessRegistered, RepresentationGranted
from motcua.domains.people.known import Named, known_citizen
from motcua.domains.people.models import Account, AccountKind, Business, Representation
from motcua.domains.people.models.representation import Consent, RepresentationKind
from motcua.domains.people.passwords import UNUSABLE
from motcua.domains.people.representing import note
from motcua.kit import audit, events
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.faults import Fault
from motcua.kit.idempotency import spend
from motcua.rules.forms.kinds.accounts import is_tax_code
from motcua.rules.words import TextError, clean

LONGEST_NAME = 200


class TaxCodeWrong(Fault):
    """The check digit does not fit, or a business has the code already."""

    sentence = gettext_lazy("This is no tax code, or a business with it is registered already.")


class BusinessNameWrong(Fault):
    """The name is missing, too long or cannot be printed."""

    sentence = gettext_lazy("Write the name of the business as it stands on its registration.")


@transaction.atomic
def register_business(
    *, actor: Actor, at: datetime, key: UUID, tax_code: str, name: str, legal: Named,
    consent_paper: UUID,
) -> int:  # fmt: skip
    """Return the account id of the business; its legal representative accepts in the portal.

    `consent_paper` is the scan of the business registration that the counter has seen.
    Raises NotPermitted, TaxCodeWrong, BusinessNameWrong, PersonUnknown.
    Emits: BusinessRegistered, RepresentationGranted.
    """
    posts = actor.posts_as(Role.COUNTER)
    if not posts:
        raise NotPermitted
    if not spend(key=key, act="register_business", actor=actor, subject=tax_code[:80], at=at):
        return Business.objects.get(tax_code=tax_code).account_id
    account = _account(tax_code, _named(name), at)
    Business.objects.create(
        account=account, tax_code=tax_code, registered_at=at, registered_by=actor.code
    )
    row = Representation.objects.create(
        principal=account, representative=known_citizen(legal, at=at), legal=True,
        kind=RepresentationKind.BUSINESS, consent=Consent.PAPER, consent_paper=consent_paper,
        granted_at=at, granted_by=actor.code, valid_from=at,
    )  # fmt: skip
    audit.append(
        chain=f"account:{account.code}", at=at, act="register_business", actor=actor,
        post=posts[0], payload={},
    )  # fmt: skip
    events.emit(
        BusinessRegistered(
            subject=account.code, at=at, actor_code=actor.code, account_id=account.pk
        )
    )
    note(
        row, actor=actor, at=at, act="register_business", event=RepresentationGranted,
        post=posts[0],
    )  # fmt: skip
    return account.pk


def _account(tax_code: str, name: str, at: datetime) -> Account:
    if not is_tax_code(tax_code) or Business.objects.filter(tax_code=tax_code).exists():
        raise TaxCodeWrong
    code = new_codes("business")[0]
    return Account.objects.create(
        kind=AccountKind.BUSINESS, code=code, sign_in_name=code, full_name=name,
        password=UNUSABLE, created_at=at,
    )  # fmt: skip


def _named(text: str) -> str:
    try:
        name = " ".join(clean(text).split())
    except TextError as error:
        raise BusinessNameWrong from error
    if not 2 <= len(name) <= LONGEST_NAME:
        raise BusinessNameWrong
    return name
