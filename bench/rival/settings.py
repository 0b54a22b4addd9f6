# SPDX-License-Identifier: Apache-2.0
"""Our own settings plus the addresses and templates of the rival pages: same server, same data."""

from __future__ import annotations

from pathlib import Path

from motcua.config.settings import *  # noqa: F403

ROOT_URLCONF = "bench.rival.urls"
TEMPLATES = [
    *TEMPLATES,  # noqa: F405
    {
        "NAME": "rival",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "libraries": {"dossiers": "bench.rival.filters"},
        },
    },
]
