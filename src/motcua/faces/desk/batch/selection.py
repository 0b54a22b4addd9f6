# SPDX-License-Identifier: Apache-2.0
"""Which dossiers were chosen on a list: the ticked ones, those shown, or all that match."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict

from motcua.domains.dossiers.acts.start_batch import MOST
from motcua.domains.dossiers.queries import inbox as lists
from motcua.domains.dossiers.queries.search import search
from motcua.faces.desk.listing import Listing, listing, unit_ids
from motcua.kit.access import Actor
from motcua.rules.numbering import DOSSIER_CODE

LONGEST = 60 * MOST


def chosen_codes(actor: Actor, form: QueryDict) -> list[str]:
    """Return the codes in the order of the list; what is no code is left out."""
    pick = form.get("pick", "ticked")
    if pick == "all":
        return _matching(actor, listing(actor, form))
    if pick == "shown":
        return carried(form, "shown")
    return [code for code in form.getlist("code") if DOSSIER_CODE.fullmatch(code)]


def carried(form: QueryDict, name: str) -> list[str]:
    """Return codes that one hidden field carries, so that a form stays within its field limit."""
    words = form.get(name, "")[:LONGEST].split()
    return [code for code in words if DOSSIER_CODE.fullmatch(code)]


def _matching(actor: Actor, listed: Listing) -> list[str]:
    """Return what the list would show on all its pages, one more than may be chosen at most."""
    units = unit_ids(actor)
    if listed.tab == "waiting":
        return _codes(lists.waiting(units, limit=MOST + 1).rows)
    if listed.tab == "search":
        return _codes(search(listed.q, unit_ids=units, limit=MOST + 1))
    found = lists.inbox(
        listed.posts, procedure_code=listed.procedure, assigned_to=listed.assigned_to,
        limit=MOST + 1,
    )  # fmt: skip
    return _codes(found.rows)


def _codes(rows: Sequence[lists.InboxRow]) -> list[str]:
    return [row.code for row in rows]
