# SPDX-License-Identifier: Apache-2.0
"""Addresses of databases, as postgresql:// URLs and as Django wants them."""

from __future__ import annotations

from psycopg.conninfo import conninfo_to_dict


def django_database(url: str) -> dict[str, object]:
    """Return the entries of Django's DATABASES that `url` states; libpq options go to OPTIONS."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    return {
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }


def place(url: str) -> str:
    """Return where the database is, fit for a message: no user, no password."""
    parts = conninfo_to_dict(url)
    host = parts.get("host") or "localhost"
    return f"{host}:{parts.get('port') or 5432}/{parts.get('dbname') or ''}"
