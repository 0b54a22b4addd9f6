# SPDX-License-Identifier: Apache-2.0
"""Reads who acts here from a posted form."""

from __future__ import annotations

from django.http import HttpRequest

from motcua.domains.support.commands import By
from motcua.faces.desk import posted


def by(request: HttpRequest) -> By:
    """Return who acts, under which key and on what they saw. Raises FormBroken."""
    read = posted.by(request)
    return By(read.actor, read.at, read.key, read.seen)
