# SPDX-License-Identifier: Apache-2.0
"""The result receipt says by which way, to whom and on what proof the result went."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from motcua.domains.dossiers.acts.give_again import give_again
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.acts.settle_parcel import settle_parcel
from motcua.domains.dossiers.jobs import issue_slips
from motcua.domains.dossiers.models import Slip
from motcua.domains.dossiers.slips.result_receipt import WAY, WAYS
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town
from tests.domains.dossiers.fetching import NUMBER, SON, posted, ready
from tests.domains.dossiers.slips.walked import returned

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def receipts(code: str) -> list[dict[str, str]]:
    """The lines of each result receipt, with who signs for it."""
    issue_slips(code=code, since="2026-07-01T00:00:00+07:00")
    found = Slip.objects.filter(dossier__code=code, kind="result-receipt").order_by("id")
    return [
        {label: value for label, value, _ in slip.values["blocks"][0]["rows"]}
        | {"signs": slip.values["signers"][0]["name"]}
        for slip in found
    ]


def test_at_the_counter_the_applicant_signs(town: Town) -> None:
    [lines] = receipts(returned(town))

    assert (lines[WAY], lines["signs"]) == (WAYS["counter"], "Nguyễn Thị Lan")


def test_online_nothing_is_handed_over(town: Town) -> None:
    code = ready(town)
    return_result(by=by(town.counter, vn("2026-07-08 09:00")), code=code, to="online")

    assert receipts(code)[0][WAY] == WAYS["online"]


def test_by_post_the_parcel_is_named_and_nobody_has_signed(town: Town) -> None:
    [lines] = receipts(posted(town))

    assert (lines[WAY], lines["Số vận đơn"], lines["signs"]) == (WAYS["post"], NUMBER, "")


def test_a_collector_signs_with_the_proof_that_was_checked(town: Town) -> None:
    code = ready(town)
    return_result(
        by=by(town.counter, vn("2026-07-08 09:00")), code=code, to="counter", collector=SON
    )

    [lines] = receipts(code)

    assert lines["signs"] == lines["Người nhận thay"] == SON.name
    assert lines["Quan hệ với người nộp hồ sơ"] == SON.relation
    assert lines["Người kiểm tra căn cứ"] == town.counter.name


def test_what_came_back_and_is_fetched_gets_a_receipt_of_its_own(town: Town) -> None:
    code = posted(town)
    settle_parcel(by=by(town.counter, vn("2026-07-10 09:00")), code=code, delivered=False, note="x")
    give_again(by=by(town.counter, vn("2026-07-13 09:00")), code=code)

    found = receipts(code)

    assert [lines[WAY] for lines in found] == [WAYS["post"], WAYS["counter"]]
