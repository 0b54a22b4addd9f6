# SPDX-License-Identifier: Apache-2.0
"""The interface texts: collect them, tell what lacks a Vietnamese wording, compile catalogues.

python scripts/messages.py update    bring every .po in line with the code, keeping translations
python scripts/messages.py check     list what is missing, fuzzy or at odds; exit 1 if anything is
python scripts/messages.py compile   write the .mo files that are older than their .po
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "motcua"
PO = Path("locale") / "vi" / "LC_MESSAGES" / "django.po"
HEADER = """\
# SPDX-License-Identifier: Apache-2.0
msgid ""
msgstr ""
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
METHODS = [("**.py", "python"), ("**.jinja", "jinja2")]
JINJA_OPTIONS = {"extensions": "jinja2.ext.do", "trimmed": "true", "newstyle_gettext": "true"}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "pgettext_lazy": ((1, "c"), 2),
}
PLACES = re.compile(r"%(?:\((\w+)\))?([sdf%])|\{(\w*)\}")
Key = tuple[str, str]


@dataclass(frozen=True)
class Shelf:
    """One catalogue, the folders whose texts it holds, and the shelves it may borrow from."""

    root: Path
    sources: tuple[Path, ...]
    under: tuple[Shelf, ...] = ()

    @property
    def po(self) -> Path:
        """Where the translations stand."""
        return self.root / PO


@dataclass(frozen=True)
class Problem:
    """One text that a Vietnamese reader would not see properly."""

    catalogue: Path
    text: str
    what: str

    def __str__(self) -> str:
        where = self.catalogue.parents[3].name
        return f"{where}: {self.what}: {self.text!r}"


def shelves(package: Path = PACKAGE) -> list[Shelf]:
    """One shelf for all below the faces, one for the elements over it, one a face over both."""
    folders = sorted(path for path in package.iterdir() if path.is_dir() and path.name != "faces")
    floors = Shelf(package, tuple(folders))
    design = Shelf(package / "faces" / "design", (package / "faces" / "design",), (floors,))
    faces = sorted(path.parent for path in (package / "faces").glob("*/__init__.py"))
    rest = [Shelf(face, (face,), (floors, design)) for face in faces if face != design.root]
    return [floors, design, *rest]


def extract(shelf: Shelf) -> Catalog:
    """Collect the texts of a shelf; a template with a syntax error raises."""
    found = Catalog(locale="vi")
    for source in shelf.sources:
        rows = extract_from_dir(
            source,
            METHODS,
            {"**.jinja": JINJA_OPTIONS},
            keywords=KEYWORDS,
            directory_filter=lambda name: Path(name).name not in {"migrations", "static"},
        )
        for file, _line, text, comments, context in rows:
            place = (source / file).relative_to(shelf.root).as_posix()
            found.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return found


def read(shelf: Shelf) -> Catalog:
    """Read the translations of a shelf, an empty catalogue when there are none."""
    if not shelf.po.exists():
        return Catalog(locale="vi")
    with shelf.po.open("rb") as file:
        return read_po(file, locale="vi")


def translated(shelf: Shelf) -> dict[Key, Message]:
    """The translations a shelf can use: those below it, then its own."""
    known: dict[Key, Message] = {}
    for one in (*shelf.under, shelf):
        known |= {_key(message): message for message in read(one) if message.id}
    return known


def update(shelf: Shelf) -> None:
    """Add new texts, drop those nobody says any more, keep every translation; never guess.

    A text a lower shelf has is not repeated.
    """
    found = extract(shelf)
    for below in shelf.under:
        for message in read(below):
            found.delete(message.id, context=message.context)
    if not len(found):
        shelf.po.unlink(missing_ok=True)
        return
    catalog = read(shelf)
    catalog.update(found, no_fuzzy_matching=True)
    shelf.po.parent.mkdir(parents=True, exist_ok=True)
    with shelf.po.open("wb") as file:
        file.write(HEADER.encode())
        write_po(
            file,
            catalog,
            width=100,
            sort_output=True,
            ignore_obsolete=True,
            omit_header=True,
            include_lineno=False,
        )


def check(shelf: Shelf) -> Iterator[Problem]:
    """Compare what the code says with what is translated."""
    known = translated(shelf)
    for message in extract(shelf):
        if message.id and (what := _fault(message, known.get(_key(message)))):
            yield Problem(shelf.po, _key(message)[1], what)


def conflicts(all_shelves: list[Shelf]) -> Iterator[Problem]:
    """One text, two translations: Django merges the catalogues, so one of them would be lost."""
    seen: dict[Key, str] = {}
    for shelf in all_shelves:
        for message in read(shelf):
            wording = str(message.string)
            if message.id and seen.setdefault(_key(message), wording) != wording:
                what = f"translated otherwise elsewhere ({seen[_key(message)]!r})"
                yield Problem(shelf.po, _key(message)[1], what)


def compile_all(all_shelves: list[Shelf]) -> int:
    """Write the .mo files that are missing or older than their .po; return how many."""
    written = 0
    for shelf in all_shelves:
        mo = shelf.po.with_suffix(".mo")
        if shelf.po.exists() and not _is_fresh(mo, shelf.po):
            with mo.open("wb") as file:
                write_mo(file, read(shelf))
            written += 1
    return written


def _is_fresh(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _key(message: Message) -> Key:
    text = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", text


def _fault(asked: Message, given: Message | None) -> str | None:
    if given is None:
        return "missing"
    wordings = [given.string] if isinstance(given.string, str) else list(given.string)
    if not all(wording.strip() for wording in wordings):
        return "empty"
    if given.fuzzy:
        return "fuzzy"
    return _misplaced(asked, wordings)


def _misplaced(asked: Message, wordings: list[str]) -> str | None:
    texts = [asked.id] if isinstance(asked.id, str) else list(asked.id)
    expected = set().union(*map(_places, texts))
    for wording in wordings:
        if _places(wording) != expected:
            return f"placeholders differ in {wording!r}"
    return None


def _places(text: str) -> set[str]:
    return {match.group() for match in PLACES.finditer(text)}


def main(arguments: list[str] | None = None) -> int:
    """Run one of the commands; the exit status is 1 when `check` found something."""
    parser = argparse.ArgumentParser(description="Interface texts and their translations.")
    parser.add_argument("command", choices=["update", "check", "compile"])
    parser.add_argument("only", nargs="*", help="names of faces, or motcua for all below them")
    chosen = parser.parse_args(arguments)
    every = shelves()
    some = [shelf for shelf in every if not chosen.only or shelf.root.name in chosen.only]
    if chosen.command == "update":
        for shelf in some:
            update(shelf)
    if chosen.command == "compile":
        print(f"{compile_all(some)} catalogues compiled")
        return 0
    problems = [problem for shelf in some for problem in check(shelf)]
    problems += [problem for problem in conflicts(every) if not chosen.only]
    for problem in problems:
        print(problem)
    return int(chosen.command == "check" and bool(problems))


if __name__ == "__main__":
    sys.exit(main())
