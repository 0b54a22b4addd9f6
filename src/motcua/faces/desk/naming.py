# SPDX-License-Identifier: Apache-2.0
"""How the desk calls units, posts, actions and shares of working time."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext, gettext_lazy, ngettext

from motcua.domains.people import queries as people
from motcua.domains.units import queries as units
from motcua.faces.design.titles import both_text
from motcua.faces.design.units import name_of, unit_name
from motcua.kit.access import Post, Role
from motcua.kit.faults import NotFound
from motcua.rules.workflow import ACTION_TITLES, Definition

DAY_MINUTES: Final = 480
HOUR_MINUTES: Final = 60

ROLES: Final = {
    Role.COUNTER.value: gettext_lazy("Receiving officer"),
    Role.SPECIALIST.value: gettext_lazy("Specialist"),
    Role.LEADER.value: gettext_lazy("Leader"),
    Role.CLERK.value: gettext_lazy("Clerk"),
    Role.UNIT_ADMIN.value: gettext_lazy("Administrator of the unit"),
    Role.DIRECTOR.value: gettext_lazy("Director"),
    Role.CONFIGURATOR.value: gettext_lazy("Configurator"),
    Role.OPERATOR.value: gettext_lazy("Operator"),
}
ACTS: Final = {
    "submit": gettext_lazy("Submit"),
    "extend": gettext_lazy("Move the due date"),
    "answer_consultation": gettext_lazy("Answer a consultation"),
    "rate": gettext_lazy("Rate the handling"),
    "redate": gettext_lazy("Due date moved: the working calendar changed"),
    "redate_consultations": gettext_lazy("Answer dates moved: the working calendar changed"),
    "roll_back": gettext_lazy("Take back the last step"),
    "request_second_supplement": gettext_lazy("Ask the leader for a second supplement"),
    "decide_second_supplement": gettext_lazy("Decline the second supplement"),
    "record_paper_first": gettext_lazy("Record the result handed over on paper"),
    "reconcile_paper_first": gettext_lazy("Reconcile the result on paper"),
    "join_bundle": gettext_lazy("Put on a common receipt"),
    "give_papers": gettext_lazy("Papers given to the other unit"),
    "confirm_papers": gettext_lazy("Papers confirmed by the other unit"),
    "refuse_papers": gettext_lazy("Papers not taken by the other unit"),
    "give_results": gettext_lazy("Result given to the counter"),
    "confirm_results": gettext_lazy("Result confirmed by the counter"),
    "refuse_results": gettext_lazy("Result not taken by the counter"),
    "redirect_return": gettext_lazy("Return moved to another counter"),
    "keep_in_account": gettext_lazy("Kept in the applicant’s account"),
    "parcel_delivered": gettext_lazy("Delivered by the post"),
    "parcel_came_back": gettext_lazy("Brought back by the post"),
    "give_again": gettext_lazy("Result given once more"),
}


def role_words(role: str) -> str:
    """Return what somebody in a role is called."""
    return str(ROLES.get(role, role))


def post_words(post: Post) -> str:
    """Return a post as its holder chooses it: role and unit."""
    words = f"{role_words(post.role)} – {unit_name(post.unit_id)}"
    return f"{words}, {standing_in(post.for_code)}" if post.for_code else words


def logged_post_words(post: str) -> str:
    """Return a post of the log, `role@unit code`, in words; "" for none.

    `role@unit code/account code` says for whom the actor stood in.
    """
    role, _, place = post.partition("@")
    code, _, absent = place.partition("/")
    if not code:
        return ""
    try:
        unit = name_of(units.agency_by_code(code))
    except NotFound:
        unit = code
    words = f"{role_words(role)}, {unit}"
    return f"{words}, {standing_in(absent)}" if absent else words


def standing_in(code: str) -> str:
    """Return for whom somebody stands in, by the code of the absent one."""
    try:
        name = people.account_by_code(code).full_name
    except NotFound:
        name = code
    return gettext("standing in for %(name)s") % {"name": name}


def action_words(definition: Definition, action: str, target: str) -> str:
    """Return the title of an action; one without a title is called by the step it leads to."""
    if action in ACTS:
        return str(ACTS[action])
    if action in ACTION_TITLES:
        return gettext(ACTION_TITLES[action])
    step = definition.steps.get(target)
    return gettext("Move on: %(step)s") % {"step": both_text(step.title) if step else action}


def minutes_words(minutes: int) -> str:
    """Return working minutes as working days, hours and minutes."""
    days, rest = divmod(minutes, DAY_MINUTES)
    hours, left = divmod(rest, HOUR_MINUTES)
    parts = []
    if days:
        parts.append(ngettext("%(n)s working day", "%(n)s working days", days) % {"n": days})
    if hours:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours})
    if left or not parts:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", left) % {"n": left})
    return " ".join(parts)
