# SPDX-License-Identifier: Apache-2.0
"""What the acts on support points share: who may run them, texts, days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext_lazy

from motcua.domains.support.models import SupportPoint
from motcua.kit import audit, idempotency
from motcua.kit.access import Actor, NotPermitted, Post, Role
from motcua.kit.clock import VN
from motcua.kit.commands import By
from motcua.kit.faults import Fault, NotFound
from motcua.rules.opening import OpeningError, parse_spans, write_spans


class PastDate(Fault):
    """What was is not changed."""

    sentence = gettext_lazy("The day has passed. Choose today or a later day.")


class HoursUnreadable(Fault):
    """Opening hours of a wrong shape."""

    sentence = gettext_lazy("Write opening hours like 07:30-11:30, 18:00-20:30, in their order.")


class NoHours(Fault):
    """A point that is never open."""

    sentence = gettext_lazy("Write opening hours for at least one day of the week.")


class PointClosed(Fault):
    """The point is no more on that day."""

    status = 409
    sentence = gettext_lazy("The support point is closed on that day.")


def must_run(actor: Actor, unit_id: int) -> Post:
    """Return the post of the unit's own administrator. Raises NotPermitted."""
    post = actor.post(Role.UNIT_ADMIN, unit_id)
    if post is None:
        raise NotPermitted
    return post


def lock(point_id: int) -> SupportPoint:
    """Lock a point. Raises NotFound."""
    row = SupportPoint.objects.select_for_update(of=("self",)).filter(pk=point_id).first()
    if row is None:
        raise NotFound
    return row


def from_today(day: date, at: datetime) -> date:
    """Return the day. Raises PastDate for one before today in Vietnam."""
    if day < at.astimezone(VN).date():
        raise PastDate
    return day


def week(days: Mapping[int, str]) -> dict[str, str]:
    """Return the hours of a week as they are kept. Raises HoursUnreadable, NoHours."""
    try:
        read = {day: parse_spans(text) for day, text in days.items()}
    except OpeningError as error:
        raise HoursUnreadable from error
    kept = {str(day): write_spans(spans) for day, spans in sorted(read.items()) if spans}
    if not kept:
        raise NoHours
    return kept


def fresh(by: By, act: str, subject: str, *, made: bool = False) -> bool:
    """Spend the key; False when this very command was done before. Raises KeyReused.

    `made` says that the command makes its subject.
    """
    return idempotency.spend(
        key=by.key, act=act, actor=by.actor, subject=subject, at=by.at, made=made
    )


def log(by: By, act: str, post: Post, point_id: int, payload: dict[str, object]) -> None:
    """Append to the chain of the point."""
    audit.append(
        chain=f"support_point:{point_id}", at=by.at, act=act, actor=by.actor, post=post,
        payload=payload,
    )  # fmt: skip
