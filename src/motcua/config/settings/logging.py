# SPDX-License-Identifier: Apache-2.0
"""Logs: one line an event on standard error, which the supervisor sends to a file a child.

Nothing here may write a query string, a form or a name: paths, types and the request's number only.
"""

from __future__ import annotations

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "motcua.kit.loglines.Line",
            "format": "%(asctime)s %(levelname)s %(correlation)s %(name)s: %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
        }
    },
    "filters": {"numbered": {"()": "motcua.kit.correlation.Numbered"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["numbered"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "procrastinate": {"level": "WARNING"},
        "fontTools": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        "PIL": {"level": "WARNING"},
    },
}
