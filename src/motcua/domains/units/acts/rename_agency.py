# SPDX-License-Identifier: Apache-2.0
"""Gives an agency another name from a day on; papers of earlier dates keep the old one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.units.events import AgencyRenamed
from motcua.domains.units.models import Agency, AgencyName, ReferenceState
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Role
from motcua.kit.events import emit
from motcua.kit.faults import Fault, NotFound
from motcua.kit.wording import written
from motcua.rules.words import sort_key

NAME_LONGEST: Final = 200
SHORT_LONGEST: Final = 80
DECISION_LONGEST: Final = 120


class NameTooEarly(Fault):
    """The new name would begin before the present one, or with it."""

    sentence = gettext_lazy("The new name must begin after %(since)s, when the present one began.")


class NameMissing(Fault):
    """An agency needs a name in both languages."""

    sentence = gettext_lazy("Give the name in Vietnamese and in English.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and its legal basis."""

    vi: str
    en: str
    short: str = ""
    decided_by: str = ""


@transaction.atomic
def rename_agency(
    *, actor: Actor, at: datetime, key: UUID, agency_id: int, name: Name, valid_from: date
) -> None:
    """Close the present name on `valid_from` and open the new one.

    Raises NotPermitted, NotFound, NameMissing, NameTooEarly, TextTooLong, TextUnclean.
    Emits AgencyRenamed.
    """
    posts = actor.posts_as(Role.CONFIGURATOR)
    if not posts:
        raise NotPermitted
    agency = Agency.objects.select_for_update().filter(id=agency_id).first()
    if agency is None:
        raise NotFound
    subject = f"agency:{agency.key}"
    if not idempotency.spend(key=key, act="rename_agency", actor=actor, subject=subject, at=at):
        return
    before = _replace(agency, name, valid_from)
    audit.append(
        chain=subject,
        at=at,
        act="rename_agency",
        actor=actor,
        post=posts[0],
        payload={
            "before": before,
            "after": name.vi,
            "from_on": valid_from.isoformat(),
            "decided_by": name.decided_by,
        },
    )
    emit(
        AgencyRenamed(
            subject=subject,
            at=at,
            actor_code=actor.code,
            agency_id=agency_id,
            from_on=valid_from.isoformat(),
        )
    )


def _replace(agency: Agency, name: Name, valid_from: date) -> str:
    vi, en = (written(one, longest=NAME_LONGEST) for one in (name.vi, name.en))
    if not vi or not en:
        raise NameMissing
    last = AgencyName.objects.filter(agency=agency).order_by("-valid_from").first()
    if valid_from <= last.valid_from:
        raise NameTooEarly(since=last.valid_from.strftime("%d/%m/%Y"))
    AgencyName.objects.filter(id=last.id).update(valid_to=valid_from)
    AgencyName.objects.create(
        agency=agency,
        name_vi=vi,
        name_en=en,
        short_name=written(name.short, longest=SHORT_LONGEST) or vi[:SHORT_LONGEST],
        sort_key=sort_key(vi),
        decided_by=written(name.decided_by, longest=DECISION_LONGEST),
        valid_from=valid_from,
    )
    ReferenceState.objects.renew()
    return last.name_vi
