# SPDX-License-Identifier: Apache-2.0
"""The forms about time on the page of a dossier, each read into one act."""

from __future__ import annotations

from django.http import QueryDict

from motcua.domains.dossiers.acts.decide_second_supplement import decide_second_supplement
from motcua.domains.dossiers.acts.reconcile_paper_first import reconcile_paper_first
from motcua.domains.dossiers.acts.request_second_supplement import request_second_supplement
from motcua.domains.dossiers.acts.roll_back import roll_back
from motcua.domains.dossiers.ledger import By
from motcua.faces.desk import asking, posted


def request_second(by: By, code: str, form: QueryDict) -> object:
    """Lay a second supplement before the leader."""
    return request_second_supplement(
        by=by,
        code=code,
        items=asking.items(form),
        until_on=posted.day(form, "until_on"),
        guide=posted.text(form, "guide"),
        reason=posted.text(form, "reason"),
    )


def decide_second(by: By, code: str, form: QueryDict) -> object:
    """Take the leader's decision."""
    approves = posted.yes_or_no(form, "approves")
    until_on = posted.day(form, "until_on") if approves else None
    note = posted.text(form, "note")
    return decide_second_supplement(
        by=by, code=code, approves=approves, note=note, until_on=until_on
    )


def take_back(by: By, code: str, form: QueryDict) -> object:
    """Take back the officer's own last step."""
    return roll_back(by=by, code=code, reason=posted.text(form, "reason"))


def reconcile(by: By, code: str, form: QueryDict) -> object:
    """Take a result handed over on paper off the daily list."""
    return reconcile_paper_first(by=by, code=code, note=posted.text(form, "reason"))
