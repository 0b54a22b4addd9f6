# SPDX-License-Identifier: Apache-2.0
"""The kinds of paper that several procedures ask for, from the province's files."""

from __future__ import annotations

from functools import lru_cache

from motcua.kit import datafiles
from motcua.rules import paper_types
from motcua.rules.paper_types import PaperType

FILE = ("catalogue", "paper_types.csv")


@lru_cache(maxsize=1)
def known_types() -> tuple[PaperType, ...]:
    """Return the kinds as their file lists them, read once per process."""
    return tuple(
        PaperType(
            code=row["code"],
            title=row["title"],
            words=tuple(row["words"].split("|")),
            database=row["database"],
            issued_by=tuple(row["issued_by"].split()),
        )
        for row in datafiles.read_csv(datafiles.root().joinpath(*FILE))
    )


@lru_cache(maxsize=4096)
def paper_type(title: str) -> str:
    """Return the code of the kind of paper a Vietnamese title names, see `rules.paper_types`."""
    return paper_types.type_of(title, known_types())


def database_for(type_code: str) -> str:
    """Return the register that makes this kind of paper unnecessary, "" when none is known."""
    return next((one.database for one in known_types() if one.code == type_code), "")
