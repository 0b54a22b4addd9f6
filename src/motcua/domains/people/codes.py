# SPDX-License-Identifier: Apache-2.0
"""Public codes of accounts: a letter pair for the kind and a running number."""

from __future__ import annotations

from django.db import connection

PREFIXES = {
    "official": "cb",
    "citizen": "cd",
    "client": "mk",
    "system": "ht",
    "business": "dn",
}


def new_codes(kind: str, count: int = 1) -> list[str]:
    """Return fresh codes such as `cb-000123`; gaps are possible and mean nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval('people_account_number') FROM generate_series(1, %s)", [count]
        )
        return [f"{PREFIXES[kind]}-{number:06d}" for (number,) in cursor.fetchall()]
