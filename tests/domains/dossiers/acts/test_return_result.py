# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.return_result import ResultNotReady, Unpaid, return_result
from motcua.domains.dossiers.queries import verification
from motcua.domains.payments.acts.take_cash import take_cash
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town, row

AT = vn("2026-07-07 14:00")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path


def pay(town: Town, code: str) -> None:
    take_cash(
        actor=town.counter, at=AT, key=uuid4(), dossier_code=code, amount_vnd=75_000,
        unit_id=town.centre_id,
    )  # fmt: skip


def returned(town: Town) -> str:
    code = town.decided()
    pay(town, code)
    file_result(code=code, at=AT)
    return_result(by=by(town.counter, AT), code=code, to="counter")
    return code


def test_first_the_money_then_the_paper_then_the_result(town: Town) -> None:
    code = town.decided()

    with pytest.raises(Unpaid):
        return_result(by=by(town.counter, AT), code=code)
    pay(town, code)
    with pytest.raises(ResultNotReady):
        return_result(by=by(town.counter, AT), code=code)
    assert file_result(code=code, at=AT)
    return_result(by=by(town.counter, AT), code=code)

    stored = row(code)
    assert (stored.status, stored.returned_at) == (10, AT)
    assert stored.ended_at == vn("2026-07-07 10:00")


def test_the_whole_walk_can_be_verified_from_its_log(town: Town) -> None:
    returned(town)

    assert [found for _, found in verification.differences()] == [[]]
