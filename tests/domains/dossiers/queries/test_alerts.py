# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts.extend import extend
from motcua.domains.dossiers.acts.raise_alerts import raise_alerts
from motcua.domains.dossiers.queries.alerts import alerts
from motcua.domains.dossiers.queries.paper_first import paper_first, to_reconcile
from motcua.domains.dossiers.queries.second_requests import second_requests, to_decide
from tests.builders import by, vn
from tests.domains.dossiers.acts.test_record_paper_first import HANDED, recorded
from tests.domains.dossiers.acts.test_request_second_supplement import asked_once, requested
from tests.domains.dossiers.conftest import Town, row

pytestmark = pytest.mark.django_db


def test_each_post_sees_its_own_warnings_while_they_hold(town: Town) -> None:
    code = town.appraised()
    soon = vn("2026-07-09 14:00")
    raise_alerts(at=soon)
    mine = alerts(town.specialist.posts)
    assert [(one.code, one.level) for one in mine] == [(code, 1)]
    assert alerts(town.leader.posts) == []

    extend(by=by(town.leader, soon), code=code, to=vn("2026-07-15 10:00"), reason="Chờ")

    assert alerts(town.specialist.posts) == []


def test_a_warning_ends_with_the_work(town: Town) -> None:
    code = town.appraised()
    raise_alerts(at=vn("2026-07-13 14:00"))
    assert [one.level for one in alerts(town.leader.posts)] == [2]

    recorded(town, code)

    assert alerts(town.leader.posts) == []


def test_the_daily_list_holds_what_is_not_reconciled(town: Town) -> None:
    code = town.appraised()
    recorded(town, code)

    (found,) = to_reconcile([town.competent_id])

    assert (found.code, found.handed_at, found.why) == (code, HANDED, "Mất điện")
    assert to_reconcile([town.centre_id]) == (found,)
    assert to_reconcile(town.other_ids) == ()
    assert paper_first(row(code).pk) == found


def test_leaders_see_what_waits_for_their_decision(town: Town) -> None:
    code = asked_once(town)
    requested(town, code)

    (waiting,) = to_decide([town.competent_id])

    assert (waiting.code, waiting.reason) == (code, "Bản vẽ mới lại sai")
    assert second_requests(row(code).pk)[0].approved is None
    assert to_decide(town.other_ids) == ()
