# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.dossiers.acts import join_bundle as module
from motcua.domains.dossiers.acts.join_bundle import BundleFull, NotTogether, join_bundle
from motcua.domains.dossiers.models import Bundle, Dossier
from motcua.domains.dossiers.queries import bundles, verification
from motcua.domains.units import queries as units
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from motcua.kit.models import OutboxEvent
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, acts

AT = vn("2026-07-03 10:05")
pytestmark = pytest.mark.django_db


def joined(town: Town, code: str, with_code: str) -> str:
    return join_bundle(by=by(town.counter, AT), code=code, with_code=with_code)


def test_three_dossiers_of_one_visit_share_a_receipt(town: Town) -> None:
    first, second, third = town.received(), town.received(), town.received()

    code = joined(town, second, first)

    assert joined(town, third, second) == code
    assert code == f"TN-{units.agency(town.centre_id).code}-260703-001"
    shown = bundles.bundle(code)
    assert shown.dossiers == (first, second, third)
    assert (shown.unit_id, shown.officer_name) == (town.centre_id, town.counter.name)
    assert [acts(one)[-1] for one in shown.dossiers] == ["join_bundle"] * 3
    assert OutboxEvent.objects.filter(topic="DossierBundled").count() == 3
    assert [found for _, found in verification.differences()] == [[]]


def test_the_same_command_twice_joins_once(town: Town) -> None:
    first, second, command = town.received(), town.received(), by(town.counter, AT)

    codes = {join_bundle(by=command, code=second, with_code=first) for _ in range(2)}

    assert (len(codes), Bundle.objects.count()) == (1, 1)


def test_a_dossier_stands_on_one_receipt_only(town: Town) -> None:
    one, two, three, four = (town.received() for _ in range(4))
    joined(town, two, one)
    joined(town, four, three)

    with pytest.raises(NotTogether):
        joined(town, four, one)
    with pytest.raises(NotTogether):
        joined(town, one, one)


def test_what_came_on_another_day_or_was_not_received_stays_apart(town: Town) -> None:
    first, second, waiting = town.received(), town.received(), town.submitted()
    Dossier.objects.filter(code=second).update(received_at=vn("2026-07-02 10:00"))

    for other in (second, waiting):
        with pytest.raises(NotTogether):
            joined(town, other, first)
    with pytest.raises(NotFound):
        joined(town, "H05.1-260703-0001", first)


def test_a_receipt_does_not_grow_without_end(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    first, second, third = town.received(), town.received(), town.received()
    joined(town, second, first)

    with pytest.raises(BundleFull):
        joined(town, third, first)


def test_only_the_counter_that_received_them_joins_them(town: Town) -> None:
    first, second = town.received(), town.received()

    with pytest.raises(NotPermitted):
        join_bundle(by=by(town.specialist, AT), code=second, with_code=first)
