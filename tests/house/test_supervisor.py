# SPDX-License-Identifier: Apache-2.0
"""The supervisor lives as long as the system and stays small."""

from __future__ import annotations

import subprocess
import sys

LOAD = "import sys, motcua.faces.cli.up"
TELL = "print({'django', 'psycopg', 'asyncio'} & set(sys.modules))"


def test_the_supervisor_loads_neither_framework_nor_driver() -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"{LOAD}; {TELL}"], capture_output=True, text=True, check=True
    )

    assert told.stdout == "set()\n"
