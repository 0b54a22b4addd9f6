# SPDX-License-Identifier: Apache-2.0
"""Django made ready for commands that read or write the tables."""

from __future__ import annotations

import os

import django

SETTINGS = "motcua.config.settings"


def prepare() -> None:
    """Set Django up with the product's settings, unless the environment names others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
