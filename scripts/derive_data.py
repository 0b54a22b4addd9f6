# SPDX-License-Identifier: Apache-2.0
"""Derive the reference data of the product from the shared facts; run once, keep the result."""

from __future__ import annotations

import argparse
from pathlib import Path

from derive import (
    agencies,
    citizens,
    competence,
    holidays,
    lists,
    names,
    officials,
    paper_types,
    procedures,
    processes,
    units,
)
from derive.tables import Folder

STEPS = (
    units.derive,
    agencies.derive,
    lists.derive,
    holidays.derive,
    procedures.derive,
    paper_types.derive,
    processes.derive,
    competence.derive,
    names.derive,
    officials.derive,
    citizens.derive,
)


def main() -> None:
    """Write every derived file below --out; the same input gives the same bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=Path("data"))
    options = parser.parse_args()
    shared = Folder(options.shared / "data")
    out = Folder(options.out)
    for step in STEPS:
        for name, rows in step(shared, out).items():
            print(f"{rows:>6}  {name}")


if __name__ == "__main__":
    main()
