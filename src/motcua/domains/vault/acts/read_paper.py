# SPDX-License-Identifier: Apache-2.0
"""Let the machine read the next file that waits to be read."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import connection, transaction

from motcua.domains.vault.content import PDF, PICTURES
from motcua.domains.vault.kinds import ReadingState, Scan
from motcua.domains.vault.models import Reading
from motcua.kit import files, recognition
from motcua.kit.recognition import Recognised, Unreadable
from motcua.rules.reading import proposals

MOST_PAGES: Final = 10
READER: Final = "motcua.vault.reader"
ONE_READER = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"


@transaction.atomic
def read_paper(*, at: datetime) -> bool:
    """Read one file and keep text and proposals beside it; False when nothing waits.

    One reader at a time, so that the other jobs keep a processor. The reading is written when it
    is whole: a reader that was killed leaves the file waiting. Only the first MOST_PAGES pages are
    read. Files that the scanner has not let through are left waiting.
    """
    if not _alone():
        return False
    states = [ReadingState.WAITING]
    if recognition.available():
        states.append(ReadingState.UNAVAILABLE)
    due = Reading.objects.select_for_update(skip_locked=True, of=("self",)).select_related("file")
    clear = due.filter(state__in=states, file__scan__in=[Scan.CLEAN, Scan.NOT_SCANNED])
    reading = clear.order_by("asked_at", "pk").first()
    if reading is None:
        return False
    _read(reading)
    reading.read_at = at
    reading.save()
    return True


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(ONE_READER, [READER])
        return bool(cursor.fetchone()[0])


def _read(reading: Reading) -> None:
    """Fill the row in with what was read, or with why it was not."""
    media_type = reading.file.media_type
    if media_type != PDF and media_type not in PICTURES:
        reading.state, reading.note = ReadingState.FAILED, "office_file"
    elif not recognition.available():
        reading.state, reading.note = ReadingState.UNAVAILABLE, "no_reader"
    else:
        try:
            _fill(reading, _recognised(reading))
        except (Unreadable, OSError):
            reading.state, reading.note = ReadingState.FAILED, "unreadable"


def _recognised(reading: Reading) -> Recognised:
    with files.copied(reading.file.sha256) as path:
        if reading.file.media_type == PDF:
            return recognition.read_pdf(path, most_pages=MOST_PAGES)
        return recognition.read_picture(path)


def _fill(reading: Reading, seen: Recognised) -> None:
    cut = reading.file.pages is not None and reading.file.pages > seen.pages_read
    reading.state = ReadingState.DONE
    reading.engine, reading.pages_read = seen.engine, seen.pages_read
    reading.text = seen.text.replace("\x00", "")
    reading.fields = [list(pair) for pair in proposals(reading.text)]
    reading.note = "first_pages" if cut else ""
