# SPDX-License-Identifier: Apache-2.0
"""Reads Vietnamese text off PDF files and pictures with poppler and tesseract.

Each program runs as a process of its own with little memory, little time and no way to write
elsewhere, since what it opens came from strangers. The file itself is only read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

PACKAGES: Final = "tesseract-ocr tesseract-ocr-vie poppler-utils"
"""The Debian packages that bring the programs."""

PROGRAMS: Final = ("prlimit", "pdfinfo", "pdftotext", "pdftoppm", "tesseract")
LANGUAGE: Final = "vie"
LONG_SIDE: Final = 2600  # 222 dots an inch on A4; tesseract gains nothing above
MEMORY: Final = 1 << 30
SECONDS: Final = 120
ENOUGH_LETTERS: Final = 80
TEXT_LIMIT: Final = 200_000


class Unreadable(Exception):  # noqa: N818
    """A program failed, took too long or wanted too much memory."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The text of the first pages and who read it."""

    text: str
    pages_read: int
    engine: str


@lru_cache(maxsize=1)
def available() -> bool:
    """Say whether all programs and the Vietnamese model are here; asked once per process."""
    if not all(shutil.which(name) for name in PROGRAMS):
        return False
    asked = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True)
    return LANGUAGE in asked.stdout.split()


def read_pdf(path: Path, *, most_pages: int) -> Recognised:
    """Return the text layer of a PDF, or what is read off its pages when there is none.

    Raises Unreadable.
    """
    pages = min(_pages(path), most_pages)
    text = _run(["pdftotext", "-enc", "UTF-8", "-l", str(pages), str(path), "-"])
    if sum(sign.isalpha() for sign in text) >= ENOUGH_LETTERS:
        return Recognised(text[:TEXT_LIMIT], pages, "pdftotext")
    with tempfile.TemporaryDirectory(prefix="motcua-read-") as folder:
        texts = [_seen(page) for page in _drawn(path, pages, Path(folder))]
    return Recognised("\f".join(texts)[:TEXT_LIMIT], len(texts), "tesseract")


def read_picture(path: Path) -> Recognised:
    """Return the text in a photograph or scan. Raises Unreadable."""
    with tempfile.TemporaryDirectory(prefix="motcua-read-") as folder:
        small = Path(folder) / "page.png"
        try:
            with Image.open(path) as picture:
                picture.draft("L", (LONG_SIDE, LONG_SIDE))
                upright = ImageOps.exif_transpose(picture).convert("L")
                upright.thumbnail((LONG_SIDE, LONG_SIDE))
                upright.save(small)
        except (OSError, SyntaxError, ValueError) as error:
            raise Unreadable("picture") from error
        return Recognised(_seen(small)[:TEXT_LIMIT], 1, "tesseract")


def _pages(path: Path) -> int:
    for line in _run(["pdfinfo", str(path)]).splitlines():
        if line.startswith("Pages:"):
            return int(line.split()[1])
    raise Unreadable("pages")


def _drawn(path: Path, pages: int, folder: Path) -> Iterator[Path]:
    """Draw one page after the other, so that the disk never holds more than one."""
    for number in range(1, pages + 1):
        name = folder / "page"
        _run([
            "pdftoppm", "-gray", "-png", "-singlefile", "-scale-to", str(LONG_SIDE),
            "-f", str(number), "-l", str(number), str(path), str(name),
        ])  # fmt: skip
        yield name.with_suffix(".png")


def _seen(page: Path) -> str:
    return _run(["tesseract", str(page), "stdout", "-l", LANGUAGE, "--psm", "3"])


def _run(command: Sequence[str]) -> str:
    """Return what the program writes. Raises Unreadable."""
    limits = ["prlimit", f"--as={MEMORY}", f"--cpu={SECONDS}", "nice", "-n", "10"]
    environment = {"PATH": os.environ.get("PATH", os.defpath), "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            [*limits, *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise Unreadable(command[0]) from error
    if done.returncode:
        raise Unreadable(command[0])
    return done.stdout.decode("utf-8", "replace")
