# SPDX-License-Identifier: Apache-2.0
"""A dossier is given to one person of the desk, for as long as it stands there."""

from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.assign import NotOfThisDesk, assign
from motcua.domains.dossiers.queries.assignments import assignees
from motcua.kit.access import NotPermitted, Role
from motcua.kit.models import OutboxEvent
from motcua.rules.workflow import Status
from tests.builders import by, vn
from tests.domains.dossiers.acts.hiring import hired, specialist
from tests.domains.dossiers.conftest import Town, acts, row

GIVEN_AT = vn("2026-07-03 11:00")


def test_a_colleague_is_given_the_dossier(town: Town) -> None:
    code, chosen = town.appraised(), specialist(town, "an")

    assign(by=by(town.specialist, GIVEN_AT), code=code, account_id=chosen.account_id)

    dossier = row(code)
    assert assignees([dossier.id])[dossier.id] == (chosen.account_id, "An")
    assert acts(code)[-1] == "assign"
    assert dossier.status == Status.PROCESSING
    assert OutboxEvent.objects.filter(topic="DossierAssigned", subject=code).exists()


def test_one_takes_it_oneself(town: Town) -> None:
    code, me = town.appraised(), specialist(town, "an")

    assign(by=by(me, GIVEN_AT), code=code, account_id=me.account_id)

    assert assignees([row(code).id])[row(code).id].account_id == me.account_id


def test_it_is_nobodys_any_more_at_the_next_step(town: Town) -> None:
    code, me = town.appraised(), specialist(town, "an")
    assign(by=by(me, GIVEN_AT), code=code, account_id=me.account_id)

    town.advance(me, code, "propose", vn("2026-07-06 10:00"))

    assert assignees([row(code).id]) == {}


def test_somebody_of_another_desk_is_refused(town: Town) -> None:
    code = town.appraised()
    post = town.leader.posts[0]
    leader = hired("cuong", post.unit_id, post.unit_code, Role.LEADER)

    with pytest.raises(NotOfThisDesk):
        assign(by=by(town.specialist, GIVEN_AT), code=code, account_id=leader.account_id)

    assert assignees([row(code).id]) == {}


def test_only_the_desk_gives_it_away(town: Town) -> None:
    code, chosen = town.appraised(), specialist(town, "an")

    with pytest.raises(NotPermitted):
        assign(by=by(town.counter, GIVEN_AT), code=code, account_id=chosen.account_id)

    assert acts(code)[-1] == "hand_over"


def test_the_same_command_twice_is_one(town: Town) -> None:
    code, me = town.appraised(), specialist(town, "an")
    command = by(me, GIVEN_AT)

    assign(by=command, code=code, account_id=me.account_id)
    assign(by=command, code=code, account_id=me.account_id)

    assert acts(code).count("assign") == 1
