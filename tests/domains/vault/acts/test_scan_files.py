# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from motcua.domains.vault import queries
from motcua.domains.vault.acts.scan_files import scan_files
from motcua.domains.vault.kinds import PaperState, Scan
from motcua.domains.vault.models import StoredFile
from motcua.domains.vault.scanning import Infected
from tests.domains.vault.papers import AT, filed, now
from tests.files import EICAR, archive, picture

pytestmark = pytest.mark.django_db
CARRIER = archive({"word/document.xml": b"x", "word/media/a.bin": EICAR})


def test_what_waited_is_scanned_when_the_scanner_is_back(
    settings, unused_port: int, clamd_address: str
) -> None:
    settings.CLAMD_ADDRESS = f"127.0.0.1:{unused_port}"
    clean = filed()
    harmful = filed(CARRIER, name="letter.docx", state=PaperState.APPROVED)
    assert scan_files(at=AT) == 0
    assert {now(code).scan for code in (clean, harmful)} == {Scan.WAITING}

    settings.CLAMD_ADDRESS = clamd_address

    assert scan_files(at=AT) == 2
    assert scan_files(at=AT) == 0
    assert (now(clean).scan, now(harmful).scan) == (Scan.CLEAN, Scan.INFECTED)
    assert StoredFile.objects.get(scan=Scan.INFECTED).threat.startswith("Eicar-Test-Signature")
    assert not now(harmful).is_reusable(AT.date())
    with pytest.raises(Infected):
        queries.content(queries.paper(harmful))


def test_files_from_before_there_was_a_scanner_are_scanned_too(
    settings, clamd_address: str
) -> None:
    code = filed(picture(), name="a.png")
    settings.CLAMD_ADDRESS = clamd_address

    scan_files(at=AT)

    assert now(code).scan == Scan.CLEAN


def test_without_a_scanner_nothing_becomes_clean() -> None:
    code = filed()

    assert scan_files(at=AT) == 0
    assert now(code).scan == Scan.NOT_SCANNED
