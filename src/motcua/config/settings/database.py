# SPDX-License-Identifier: Apache-2.0
"""The one database: the embedded cluster or any PostgreSQL 17 and later."""

from __future__ import annotations

from motcua.config.settings.base import ENV
from motcua.kit.dsn import django_database

DATABASES = {
    "default": {
        **django_database(ENV.database),
        "ENGINE": "motcua.kit.database",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
}
