# SPDX-License-Identifier: Apache-2.0
"""All dossiers of one application, carried from desk to desk until every result is returned."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

from motcua.faces.cli.walking.officials import Desk, Done, Staff
from motcua.rules.workflow import Status

ACTS_MOST = 60
WAITED_MOST = 60.0
WAITED_FOR_ONE = 10.0  # then everybody else with the same post is asked too
PAUSE = 0.3


class Office:
    """The desks of the dossiers; parts that begin later get theirs when they do."""

    def __init__(self, staff: Staff, dossiers: Mapping[str, str]) -> None:
        self._staff = staff
        self._desks: dict[str, Desk] = {}
        self._open(dossiers)

    @property
    def status(self) -> int:
        """The status of the dossier that is least far."""
        return min((desk.status for desk in self._desks.values()), default=Status.SUBMITTED)

    def work(self) -> Iterator[Done]:
        """Yield act after act until everything is returned or nobody can do anything."""
        for _ in range(ACTS_MOST):
            done = self._patiently()
            if done is None:
                return
            yield done

    def _patiently(self) -> Done | None:
        """Try again for a while: results are made and parts begun behind the scenes."""
        began = time.monotonic()
        while self.status != Status.RETURNED and (waited := time.monotonic() - began) < WAITED_MOST:
            for code, desk in list(self._desks.items()):
                done = desk.turn(spares=waited > WAITED_FOR_ONE)
                if done is not None:
                    self._desks = {code: desk, **self._desks}  # asked first: it goes on there
                    return done
                self._open(desk.parts)
            time.sleep(PAUSE)
        return None

    def _open(self, dossiers: Mapping[str, str]) -> None:
        for code, unit in dossiers.items():
            if code not in self._desks:
                crew = list(self._staff.town.crew(unit))
                self._desks[code] = Desk(code, self._staff, crew)
