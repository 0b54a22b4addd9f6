# SPDX-License-Identifier: Apache-2.0
"""Files by content hash, streamed both ways; the store behind is Django's default storage."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import connection
from django.utils.translation import gettext_lazy

from motcua.kit.faults import Fault

MEMORY_LIMIT = 1 << 20
CHUNK = 64 << 10


class TooLarge(Fault):
    """More bytes than allowed; reading stopped there."""

    status = 413
    sentence = gettext_lazy("The file is larger than %(limit_mb)s MB.")


@dataclass(frozen=True, slots=True)
class Spooled:
    """Bytes received but not yet kept."""

    file: IO[bytes]
    size: int
    sha256: str


@contextmanager
def spool(chunks: Iterable[bytes], *, limit: int) -> Iterator[Spooled]:
    """Take in a stream, hashing it on the way; memory stays constant. Raises TooLarge."""
    digest, size = hashlib.sha256(), 0
    with tempfile.SpooledTemporaryFile(max_size=MEMORY_LIMIT) as file:
        for chunk in chunks:
            size += len(chunk)
            if size > limit:
                raise TooLarge(limit_mb=limit >> 20)
            digest.update(chunk)
            file.write(chunk)
        file.seek(0)
        yield Spooled(file, size, digest.hexdigest())


def path_of(sha256: str) -> str:
    """Return the name of the content in the store."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def guard(sha256: str, *, alone: bool = False) -> None:
    """Let nobody remove this content till the transaction ends; `alone`, let nobody keep it."""
    shared = "" if alone else "_shared"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT pg_advisory_xact_lock{shared}(hashtextextended(%s, 1))", [f"file:{sha256}"]
        )


def keep(spooled: Spooled) -> None:
    """Put the content into the store; the same content is kept once."""
    name = path_of(spooled.sha256)
    if not default_storage.exists(name):
        spooled.file.seek(0)
        default_storage.save(name, File(spooled.file))


def read(sha256: str) -> Iterator[bytes]:
    """Yield the content in chunks."""
    with default_storage.open(path_of(sha256)) as file:
        yield from file.chunks(CHUNK)


def drop(sha256: str) -> None:
    """Remove the content from the store; the caller guards it alone and knows nobody needs it."""
    default_storage.delete(path_of(sha256))


@contextmanager
def copied(sha256: str) -> Iterator[Path]:
    """Lend a copy of the content to a program that wants a path; the original stays untouched."""
    with tempfile.NamedTemporaryFile(prefix="motcua-copy-") as copy:
        for chunk in read(sha256):
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)
