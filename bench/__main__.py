# SPDX-License-Identifier: Apache-2.0
"""`make bench`: every figure in one JSON; SCALE=full takes the large tables and longer rounds."""

from __future__ import annotations

import json
import os
import sys

from bench import stack, step

FULL = os.environ.get("SCALE") == "full"


def main() -> int:
    """Run the benches one after another and print the JSON."""
    figures: dict[str, object] = {"scale": "full" if FULL else "small"}
    with stack.folder() as state, stack.running(state) as system:
        figures["cold_start_seconds"] = round(system.ready_seconds, 1)
        figures["step"] = step.measure(
            system, rounds=5 if FULL else 3, seconds=10 if FULL else 5, dossiers=640
        )
    json.dump(figures, sys.stdout, indent=2)
    print()
    return 0


sys.exit(main())
