# SPDX-License-Identifier: Apache-2.0
"""How the portal says limits, levels, roles and shares of working time."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from motcua.kit.access import Role
from motcua.rules.generation.configuration import TO_VERIFY
from motcua.rules.worktime import Limit, LimitUnit

DAY_MINUTES = 480
HOUR_MINUTES = 60

ONLINE_LEVELS = {
    "full": gettext_lazy("End to end: everything, the result too, online"),
    "partial": gettext_lazy("Partly: some steps need a visit or the post"),
    "unknown": gettext_lazy("Not known yet"),
}
SHORT_ONLINE_LEVELS = {
    "full": gettext_lazy("End to end online"),
    "partial": gettext_lazy("Partly online"),
}
LEVELS = {
    "province": gettext_lazy("Province"),
    "commune": gettext_lazy("Commune or ward"),
    "both": gettext_lazy("Province and commune"),
}
ROUTINGS = {
    "LOCAL": gettext_lazy("The province's own system"),
    "MINISTRY": gettext_lazy("The ministry's system"),
    "HYBRID": gettext_lazy("The province's system together with the ministry's"),
}
ROLES = {
    Role.COUNTER.value: gettext_lazy("Receiving officer"),
    Role.SPECIALIST.value: gettext_lazy("Specialist"),
    Role.LEADER.value: gettext_lazy("Leader"),
    Role.CLERK.value: gettext_lazy("Clerk"),
}
CHANNELS = {
    "online": gettext_lazy("Online"),
    "direct": gettext_lazy("At the one-stop counter"),
    "postal": gettext_lazy("By post"),
}
OTHER_DOUBTS = {
    "committed": gettext_lazy("committed time limit"),
    "form": gettext_lazy("form"),
    "result": gettext_lazy("result"),
    "legal_basis": gettext_lazy("legal basis"),
}


class Audience(NamedTuple):
    """Whom a reader looks for: its title and the targets of the national list it means."""

    title: str | Promise
    targets: frozenset[str]


AUDIENCES = {
    "cong-dan": Audience(
        gettext_lazy("Citizens"),
        frozenset({"Công dân Việt Nam", "Cán bộ, công chức, viên chức", "Đảng viên"}),
    ),
    "doanh-nghiep": Audience(
        gettext_lazy("Businesses and cooperatives"),
        frozenset({"Doanh nghiệp", "Doanh nghiệp Việt Nam", "Hợp tác xã"})
        | {"Doanh nghiệp có vốn đầu tư nước ngoài"},
    ),
    "to-chuc": Audience(
        gettext_lazy("Organisations"),
        frozenset({"Tổ chức (không bao gồm doanh nghiệp, HTX)", "Tổ chức nước ngoài"}),
    ),
    "nuoc-ngoai": Audience(
        gettext_lazy("Foreigners and Vietnamese abroad"),
        frozenset({"Người nước ngoài", "Người nước ngoài cư trú tại Việt Nam"})
        | {"Người Việt Nam định cư ở nước ngoài"},
    ),
}


def limit_words(limit: Limit | None) -> str:
    """Return a time limit in words, "" for none."""
    if limit is None:
        return ""
    n = limit.amount
    if limit.unit is LimitUnit.WORKING_DAYS:
        return ngettext("%(n)s working day", "%(n)s working days", n) % {"n": n}
    if limit.unit is LimitUnit.WORKING_HOURS:
        return ngettext("%(n)s working hour", "%(n)s working hours", n) % {"n": n}
    if limit.unit is LimitUnit.DAYS:
        return ngettext("%(n)s day", "%(n)s days", n) % {"n": n}
    if limit.unit is LimitUnit.MONTHS:
        return ngettext("%(n)s month", "%(n)s months", n) % {"n": n}
    return gettext("The same day if received by 15:00, otherwise the next working day")


def short_limit_words(limit: Limit) -> str:
    """Return a time limit as a list shows it."""
    return gettext("the same day") if limit.unit is LimitUnit.SAME_DAY else limit_words(limit)


def minutes_words(minutes: int | None) -> str:
    """Return working minutes as working days, hours and minutes, "" for none."""
    if not minutes:
        return ""
    days, rest = divmod(minutes, DAY_MINUTES)
    hours, left = divmod(rest, HOUR_MINUTES)
    parts = []
    if days:
        parts.append(ngettext("%(n)s working day", "%(n)s working days", days) % {"n": days})
    if hours:
        parts.append(ngettext("%(n)s working hour", "%(n)s working hours", hours) % {"n": hours})
    if left:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", left) % {"n": left})
    return " ".join(parts)


def doubt_words(doubt: str) -> str:
    """Return how to call a part of a procedure that nobody has seen a source for."""
    if doubt in OTHER_DOUBTS:
        return str(OTHER_DOUBTS[doubt])
    return gettext(TO_VERIFY[doubt]) if doubt in TO_VERIFY else doubt.replace("_", " ")


def role_words(role: str | None) -> str:
    """Return what somebody in a role is called, "" for none."""
    return str(ROLES.get(role or "", ""))
