# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.counters.acts.open_window import WindowTaken, open_window
from motcua.domains.counters.queries import window_at
from motcua.kit.access import NotPermitted
from motcua.kit.faults import NotFound
from tests.domains.counters.conftest import Centre, by


def test_an_officer_sits_at_one_window(centre: Centre) -> None:
    open_window(by=by(centre.hoa), window_id=centre.first)
    open_window(by=by(centre.hoa), window_id=centre.second)

    found = window_at(centre.hoa.code)
    assert found is not None
    assert found.id == centre.second
    open_window(by=by(centre.lan), window_id=centre.first)


def test_two_officers_do_not_share_a_window(centre: Centre) -> None:
    open_window(by=by(centre.hoa), window_id=centre.first)

    with pytest.raises(WindowTaken):
        open_window(by=by(centre.lan), window_id=centre.first)


def test_a_stranger_sits_nowhere_here(centre: Centre) -> None:
    with pytest.raises(NotPermitted):
        open_window(by=by(centre.stranger), window_id=centre.first)
    with pytest.raises(NotFound):
        open_window(by=by(centre.hoa), window_id=10**9)
