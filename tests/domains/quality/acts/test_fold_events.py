# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.rate import rate
from motcua.domains.quality import queries
from motcua.domains.quality.acts.fold_events import fold_events
from motcua.domains.quality.models import DossierFact
from motcua.domains.quality.queries import Figures
from motcua.kit import relay
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, published, small_data, town  # noqa: F401

WIRING = relay.Wiring({}, (fold_events,))
AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


def figures(first: str, last: str) -> Figures:
    return queries.figures(first=date.fromisoformat(first), last=date.fromisoformat(last))


def test_events_become_counts_of_their_day_and_unit(town: Town) -> None:  # noqa: F811
    town.submitted()
    town.decided()

    relay.turn(WIRING, at=AT)

    assert figures("2026-07-03", "2026-07-03") == Figures(2, 1, 0, 0, 0)
    assert figures("2026-07-07", "2026-07-07") == Figures(0, 0, 1, 1, 0)
    assert set(queries.by_unit(first=date(2026, 7, 1), last=date(2026, 7, 31))) == {
        town.competent_id
    }


def test_a_late_decision_is_counted_as_ended_but_not_on_time(town: Town) -> None:  # noqa: F811
    town.decided(vn("2026-07-20 10:00"))

    relay.turn(WIRING, at=AT)

    assert figures("2026-07-20", "2026-07-20") == Figures(0, 0, 1, 0, 0)


def test_facts_follow_the_dossier_and_telling_twice_changes_nothing(
    town: Town,  # noqa: F811
    tmp_path: Path,
    settings,
) -> None:
    settings.MEDIA_ROOT = tmp_path
    code = town.decided()
    file_result(code=code, at=AT)
    rate(by=by(town.citizen, AT), code=code, stars=5)
    relay.turn(WIRING, at=AT)

    fact = DossierFact.objects.get(dossier_code=code)
    relay.turn(WIRING, at=AT)

    assert (fact.status, fact.stars, fact.has_obligation) == (9, 5, True)
    assert not fact.e_result and fact.identity_verified
    assert DossierFact.objects.count() == 1
