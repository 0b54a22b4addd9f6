# SPDX-License-Identifier: Apache-2.0
"""The papers a person brings to the counter: ticked, counted, or sent as files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from motcua.domains.procedures.queries import PaperKind
from motcua.faces.design.titles import both_text
from motcua.faces.desk import uploads
from motcua.faces.desk.uploads import Kept, Refusal
from motcua.rules.forms import Fault

MOST: Final = 99
TICK: Final = "paper:"
ALL: Final = "papers:all"


class Line(NamedTuple):
    """One paper of the list as the officer ticks it off."""

    kind: PaperKind
    title: str
    ticked: bool
    originals: int
    copies: int
    kept: tuple[tuple[Kept, str], ...]
    error: str
    remark: str


def ticked(
    form: QueryDict, kinds: Iterable[PaperKind], answers: Mapping[str, Any] | None = None
) -> tuple[str, ...]:
    """Return the codes of the papers that lie on the counter.

    One tick may stand for everything that these answers require.
    """
    every = ALL in form and answers is not None
    return tuple(
        kind.code
        for kind in kinds
        if TICK + kind.code in form
        or (every and kind.role == "submit" and kind.is_required(answers or {}))
    )


def counts(form: QueryDict, codes: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return how many originals and copies of each were handed over."""
    return {
        code: (_count(form, f"originals:{code}", 0), _count(form, f"copies:{code}", 0))
        for code in codes
    }


def _count(form: QueryDict, name: str, default: int) -> int:
    typed = form.get(name, "").strip()
    if not typed:
        return default
    return min(int(typed[:4]), MOST) if typed.isascii() and typed.isdigit() else 0


def lines(
    request: HttpRequest,
    kinds: Iterable[PaperKind],
    *,
    kept: Sequence[Kept] = (),
    refused: Sequence[Refusal] = (),
    faults: Sequence[Fault] = (),
    remarks: dict[str, str] | None = None,
) -> list[Line]:
    """Return the papers to tick off, with what was ticked, sent and refused so far."""
    form = request.POST
    return [
        Line(
            kind,
            both_text(kind.title),
            TICK + kind.code in form,
            _count(form, f"originals:{kind.code}", kind.originals),
            _count(form, f"copies:{kind.code}", kind.copies),
            tuple((one, uploads.word_of(request, one)) for one in kept if one[0] == kind.code),
            _error(kind, refused, faults),
            (remarks or {}).get(kind.code, ""),
        )
        for kind in kinds
    ]


def _error(kind: PaperKind, refused: Sequence[Refusal], faults: Sequence[Fault]) -> str:
    words = [one.sentence for one in refused if one.component == kind.code]
    if any(fault.path == f"{TICK}{kind.code}" for fault in faults):
        words.append(gettext("This paper is needed: tick it when it lies before you, or scan it."))
    return " ".join(words)


def summary(drawn: Iterable[Line]) -> list[tuple[str, str]]:
    """Return the papers in trouble for the summary of the page."""
    return [(TICK + line.kind.code, f"{line.title}: {line.error}") for line in drawn if line.error]
