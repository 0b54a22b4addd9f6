# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.fetching import (
    CollectorIncomplete,
    ProofMissing,
    SentBefore,
    TrackingNumberWrong,
)
from motcua.domains.dossiers.models import Collection, Parcel
from motcua.domains.dossiers.queries import card as cards
from motcua.domains.dossiers.queries import returns, verification
from motcua.kit.models import AuditEntry
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row
from tests.domains.dossiers.fetching import AT, NUMBER, SON, posted, ready, son

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_somebody_else_collects_with_a_statement(town: Town) -> None:
    code = ready(town)

    return_result(by=by(town.counter, AT), code=code, to="counter", collector=SON)

    kept = returns.collection_of(row(code).id)
    assert kept is not None
    assert (kept.collector_name, kept.relation, kept.checker_name) == (SON.name, "con", "Hoa")
    assert row(code).status == 10
    assert [found for _, found in verification.differences()] == [[]]


def test_the_log_keeps_no_name_of_a_collector(town: Town) -> None:
    code = ready(town)
    return_result(by=by(town.counter, AT), code=code, to="counter", collector=SON)

    payload = AuditEntry.objects.get(chain=f"dossier:{code}", act="return_result").payload

    assert payload["collected_by"] == "other"
    assert SON.name not in str(payload)
    assert SON.id_number not in str(payload)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"statement": ""}, ProofMissing),
        ({"statement": " \n "}, ProofMissing),
        ({"name": " "}, CollectorIncomplete),
        ({"relation": ""}, CollectorIncomplete),
        ({"id_number": ""}, CollectorIncomplete),
        ({"id_number": "12345"}, CollectorIncomplete),
        ({"id_number": "０２７１９００００００９"}, CollectorIncomplete),
    ],
)
def test_without_proof_nobody_else_gets_it(
    town: Town, changes: dict[str, str], fault: type
) -> None:
    code = ready(town)

    with pytest.raises(fault) as refused:
        return_result(by=by(town.counter, AT), code=code, to="counter", collector=son(**changes))

    assert refused.value.status == 422
    assert row(code).status == 9
    assert not Collection.objects.exists()


def test_the_post_gets_a_result_with_its_number(town: Town) -> None:
    code = posted(town, " eb 123 456 789 vn ")

    (parcel,) = returns.parcels_of(row(code).id)
    assert (parcel.tracking_number, parcel.state) == (NUMBER, "sent")
    assert cards.history(code)[-1].reason == NUMBER
    assert row(code).returned_at == AT


@pytest.mark.parametrize("number", ["", "EB12345VN", "x" * 21, "EB12345678'VN", "ABCDEFGHIJK"])
def test_the_post_gets_nothing_without_a_number(town: Town, number: str) -> None:
    code = ready(town)

    with pytest.raises(TrackingNumberWrong):
        return_result(by=by(town.counter, AT), code=code, to="post", tracking_number=number)

    assert (row(code).status, Parcel.objects.count()) == (9, 0)


def test_a_number_is_used_once(town: Town) -> None:
    posted(town)

    with pytest.raises(SentBefore):
        posted(town)


def test_what_came_back_or_is_under_way_stands_on_the_counters_list(town: Town) -> None:
    code = posted(town)

    (line,) = returns.parcels_at([town.centre_id])
    assert (line.code, line.state, line.sent_at) == (code, "sent", vn("2026-07-07 14:00"))
    assert returns.parcels_at([town.competent_id]) == ()
