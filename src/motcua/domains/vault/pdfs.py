# SPDX-License-Identifier: Apache-2.0
"""A PDF is opened and walked through: passwords, programs and endless pages are refused.

Nothing is ever repaired or rewritten: a signed PDF stays what was signed.
"""

from __future__ import annotations

from typing import IO, Final

import pikepdf
from django.utils.translation import gettext_lazy
from pikepdf import Dictionary, Name, Object, Stream
from pikepdf.settings import set_qpdf_limits

from motcua.kit.faults import Fault

MOST_PAGES: Final = 500
MOST_OBJECTS: Final = 200_000
PROGRAMS: Final = frozenset({"/JavaScript", "/Rendition"})
STARTERS: Final = frozenset({"/Launch", "/ImportData", "/GoToE"})
EMBEDDED: Final = "embedded_files"
LEADS_OUT: Final = "sends_data"
UNPACKED_LIMIT: Final = 64 << 20

# What may unfold in memory while a file is opened; holds for the whole process.
set_qpdf_limits(
    flate_max_memory=UNPACKED_LIMIT, run_length_max_memory=UNPACKED_LIMIT, doc_max_warnings=1000
)


class Locked(Fault):
    """The PDF opens only with a password."""

    sentence = gettext_lazy(
        "The PDF is protected by a password. Save it without the password and send it again."
    )


class BrokenPdf(Fault):
    """The PDF cannot be read."""

    sentence = gettext_lazy("The PDF is damaged and cannot be opened. Save or scan it again.")


class Programs(Fault):
    """The PDF carries JavaScript."""

    sentence = gettext_lazy(
        "The PDF contains a program (JavaScript) and was refused. Print it to a new PDF, without"
        " the program, and send that."
    )


class StartsOthers(Fault):
    """The PDF wants to start something on the reader's computer."""

    sentence = gettext_lazy(
        "The PDF tries to start a program or open a file on the reader's computer and was refused."
    )


class TooManyPages(Fault):
    """More pages than anybody reads."""

    sentence = gettext_lazy(
        "The PDF has %(pages)s pages; at most %(most)s are accepted. Divide it into several files."
    )


def look(file: IO[bytes]) -> tuple[int, tuple[str, ...]]:
    """Return the number of pages and the remarks.

    Raises Locked, BrokenPdf, Programs, StartsOthers, TooManyPages.
    """
    try:
        with pikepdf.open(file, inherit_page_attributes=False) as pdf:
            pages = len(pdf.pages)
            if pages > MOST_PAGES:
                raise TooManyPages(pages=pages, most=MOST_PAGES)
            return pages, _remarks(pdf)
    except pikepdf.PasswordError as error:
        raise Locked from error
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as error:
        raise BrokenPdf from error


def _remarks(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Look at every object: an action may hang anywhere."""
    remarks: set[str] = set()
    for count, one in enumerate(pdf.objects):
        if count > MOST_OBJECTS:
            raise BrokenPdf
        _walk(one, remarks)
    return tuple(sorted(remarks))


def _walk(one: Object, remarks: set[str]) -> None:
    """Look at an object and what lies directly in it; references come by themselves."""
    below = [one]
    while below:
        node = below.pop()
        if isinstance(node, (Dictionary, Stream)):
            _judge(node, remarks)
            below += [value for value in node.values() if _lies_within(value)]
        elif isinstance(node, pikepdf.Array):
            below += [value for value in node if _lies_within(value)]


def _lies_within(value: object) -> bool:
    return isinstance(value, (Dictionary, pikepdf.Array)) and not value.is_indirect


def _judge(node: Object, remarks: set[str]) -> None:
    action = str(node.get(Name.S, "")) if Name.S in node else ""
    if action in PROGRAMS or Name.JS in node or Name.JavaScript in node:
        raise Programs
    if action in STARTERS:
        raise StartsOthers
    if action == "/SubmitForm":
        remarks.add(LEADS_OUT)
    if Name.EmbeddedFile in _values(node, Name.Type) or Name.EF in node:
        remarks.add(EMBEDDED)


def _values(node: Object, key: Name) -> tuple[Object, ...]:
    return (node[key],) if key in node else ()
