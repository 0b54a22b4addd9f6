# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.support.acts.ask_petitioner import ask_petitioner
from motcua.domains.support.acts.supply import supply
from motcua.domains.support.queries import petitions
from motcua.kit.access import GUEST, NotPermitted
from motcua.kit.faults import NotAllowedNow
from tests.domains.support.conftest import Place, by, row


def asked(place: Place) -> str:
    code = place.taken_up()
    ask_petitioner(by=by(place.specialist), code=code, question="Ở đâu?")
    return code


def test_the_petitioner_answers_by_account_or_by_the_secret(place: Place) -> None:
    code = asked(place)
    holder = petitions.holder(code=code, secret=petitions.secret_of(code))

    supply(by=by(holder), code=code, words="Trước số 12.")

    assert row(code).state == "supplied"
    assert [line.text for line in petitions.history(code)][-1] == "Trước số 12."


def test_nobody_else_does(place: Place) -> None:
    code = asked(place)

    for actor in (place.stranger, place.specialist, GUEST):
        with pytest.raises(NotPermitted):
            supply(by=by(actor), code=code, words="Trước số 12.")


def test_there_is_nothing_to_supply_when_nobody_asked(place: Place) -> None:
    with pytest.raises(NotAllowedNow):
        supply(by=by(place.citizen), code=place.filed(), words="Trước số 12.")
