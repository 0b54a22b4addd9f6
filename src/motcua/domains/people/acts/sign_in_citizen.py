# SPDX-License-Identifier: Apache-2.0
"""Let a citizen in whom the e-ID provider has verified."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.people.actors import actor_for
from motcua.domains.people.acts.open_session import Opened, open_session
from motcua.domains.people.acts.register_citizen import register_citizen
from motcua.domains.people.claims import Claims
from motcua.domains.people.models import SignInAct
from motcua.domains.people.origin import Origin
from motcua.domains.people.record import write_record
from motcua.kit.faults import Fault


class AccountClosed(Fault):
    """The account has been closed here."""

    status = 403
    sentence = gettext_lazy("Your account here is closed. Please ask at a one-stop counter.")


@transaction.atomic
def sign_in_citizen(*, claims: Claims, origin: Origin, at: datetime) -> Opened:
    """Register or update the citizen and return a fresh session. Raises AccountClosed."""
    account = register_citizen(claims=claims, at=at)
    if not account.is_active:
        raise AccountClosed
    opened = open_session(actor=actor_for(account, at), at=at, device=origin.device)
    write_record(
        SignInAct.SIGNED_IN, at=at, origin=origin, account_id=account.pk,
        session_id=opened.session_id,
    )  # fmt: skip
    return opened
