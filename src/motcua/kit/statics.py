# SPDX-License-Identifier: Apache-2.0
"""Static files, collected and compressed once for each state of their sources."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from motcua.kit.env import read_text


def is_behind() -> bool:
    """Return whether a source has changed since the files were collected."""
    return read_text(_stamp()) != _sources()


def collect() -> None:
    """Collect all files anew, with content hashes in their names."""
    sources = _sources()
    _stamp().unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    _stamp().write_text(sources, "utf-8")


def _stamp() -> Path:
    root = Path(settings.STATIC_ROOT)
    return root.with_name(f"{root.name}.stamp")


def _sources() -> str:
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            seen = os.stat(storage.path(name))
            found.update(f"{name}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode())
    return found.hexdigest()
