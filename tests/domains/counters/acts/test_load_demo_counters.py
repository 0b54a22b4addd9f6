# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from motcua.domains.counters.acts.load_demo_counters import load_demo_counters
from motcua.domains.counters.queries import lines, windows
from motcua.domains.units import queries as units
from tests.domains.conftest import reference, reference_rows  # noqa: F401
from tests.domains.counters.conftest import MORNING


def test_every_centre_gets_windows_and_lines_once(reference: None) -> None:  # noqa: F811
    centres = units.one_stops()

    assert load_demo_counters(at=MORNING) == len(centres)

    assert load_demo_counters(at=MORNING) == 0
    assert all(len(windows(one.id)) == 3 and len(lines(one.id)) == 3 for one in centres)
