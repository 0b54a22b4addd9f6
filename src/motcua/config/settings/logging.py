# SPDX-License-Identifier: Apache-2.0
"""Logs: one line an event on standard error, which the supervisor sends to a file a child.

Nothing here may write a query string, a form or a name: paths and types only.
"""

from __future__ import annotations

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "procrastinate": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
    },
}
