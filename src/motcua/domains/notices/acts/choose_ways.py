# SPDX-License-Identifier: Apache-2.0
"""Choose by which ways one wants to hear each kind of news."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.domains.notices.channels import ALWAYS_IN_APP, DEFAULTS, Group, Ways
from motcua.domains.notices.models import Choice
from motcua.kit import audit
from motcua.kit.access import Actor, NotPermitted


@transaction.atomic
def choose_ways(*, actor: Actor, at: datetime, ways: Mapping[str, Ways]) -> None:
    """Keep the choices of the person who acts; kinds that are not given keep theirs.

    News with a legal effect stays in the account whatever was chosen. Raises NotPermitted.
    """
    if actor.person_id is None or actor.mandate is not None:
        raise NotPermitted
    for group, chosen in ways.items():
        if group not in DEFAULTS:
            continue
        Choice.objects.update_or_create(
            account_id=actor.person_id,
            group=Group(group),
            defaults={
                "in_app": chosen.in_app or group in ALWAYS_IN_APP,
                "email": chosen.email,
                "sms": chosen.sms,
                "chosen_at": at,
            },
        )
    chain = f"account:{actor.code}"
    payload = {name: [one.in_app, one.email, one.sms] for name, one in ways.items()}
    audit.append(chain=chain, at=at, act="choose_ways", actor=actor, payload=payload)
