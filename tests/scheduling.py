# SPDX-License-Identifier: Apache-2.0
"""Which tests stay together on one core when two share a session's work."""

from __future__ import annotations

from itertools import groupby

from xdist.scheduler.loadscope import LoadScopeScheduling


class FileByFile(LoadScopeScheduling):
    """Keep an unbroken run of one file's tests on one core, in order.

    A file whose tests were parted, because some empty the tables and come last, is two runs.
    """

    def schedule(self) -> None:
        """Name the runs once every core has told what it found, then hand them out."""
        found = next(iter(self.registered_collections.values()))
        runs = groupby(found, key=file_of)
        self.runs = {
            test: f"{number} {file}" for number, (file, tests) in enumerate(runs) for test in tests
        }
        super().schedule()

    def _split_scope(self, nodeid: str) -> str:
        return self.runs[nodeid]


def file_of(nodeid: str) -> str:
    """Return the file of a test's name."""
    return nodeid.partition("::")[0]
