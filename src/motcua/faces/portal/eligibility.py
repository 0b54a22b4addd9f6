# SPDX-License-Identifier: Apache-2.0
"""Whether a procedure is for the reader: short questions made from who may ask, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext

from motcua.domains.procedures.queries import Version

CITIZENS = frozenset({"Công dân Việt Nam", "Cán bộ, công chức, viên chức", "Đảng viên"})
ABROAD = frozenset(
    {
        "Người nước ngoài", "Người nước ngoài cư trú tại Việt Nam",
        "Người Việt Nam định cư ở nước ngoài",
    }
)  # fmt: skip


class Told(StrEnum):
    """What the answers come to."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; a wrong answer ends with `refusal`, unless asking the office may help."""

    name: str
    text: str
    hint: str
    wanted: str
    refusal: str
    is_strict: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to the reader and, when it is no, why."""

    told: Told
    reasons: tuple[str, ...]


def questions(version: Version) -> tuple[Question, ...]:
    """Return the questions worth asking, in the reader's language; at most four."""
    facts = version.facts
    return tuple([*_whom(facts), *_where(version), *_papers(version)])


def verdict(asked: Sequence[Question], given: Sequence[str]) -> Verdict | None:
    """Return what the answers come to; None until all questions are answered."""
    if not all(given):
        return None
    wrong = [question for question, one in zip(asked, given, strict=True) if one != question.wanted]
    if any(question.is_strict for question in wrong):
        return Verdict(Told.NO, tuple(one.refusal for one in wrong if one.is_strict))
    if wrong:
        return Verdict(Told.ASK, tuple(question.refusal for question in wrong))
    return Verdict(Told.YES, ())


def _whom(facts: Mapping[str, Any]) -> Iterator[Question]:
    targets = frozenset(facts.get("targets") or ())
    if not targets:
        return
    persons, organisations = targets & (CITIZENS | ABROAD), targets - CITIZENS - ABROAD
    if persons and not organisations:
        yield Question(
            "ca-nhan",
            gettext("Do you ask for yourself or for a person of your family?"),
            gettext("Not in the name of a company or organisation."),
            "yes",
            gettext("This procedure is for persons, not for companies or organisations."),
        )
    if organisations and not persons:
        yield Question(
            "to-chuc",
            gettext("Do you ask in the name of a company, cooperative or organisation?"),
            gettext("Those who may ask: %(whom)s.") % {"whom": ", ".join(sorted(organisations))},
            "yes",
            gettext("This procedure is for companies and organisations, not for single persons."),
        )
    if persons and not persons & ABROAD:
        yield Question(
            "cong-dan",
            gettext("Are you, or is the person you ask for, a Vietnamese citizen?"),
            gettext("Living in Vietnam or not."),
            "yes",
            gettext("The national list names Vietnamese citizens only. Ask the office first."),
            is_strict=False,
        )


def _where(version: Version) -> Iterator[Question]:
    if version.level != "commune":
        return
    yield Question(
        "noi-o",
        gettext("Do you live, or does the matter lie, in Bac Ninh?"),
        gettext("The home, the land or the business, depending on what you ask for."),
        "yes",
        gettext("Your own province decides this. Look for the same procedure there."),
        is_strict=version.beyond_boundary is False,
    )


def _papers(version: Version) -> Iterator[Question]:
    needed = [
        kind for kind in version.papers
        if kind.role == "submit" and kind.required and kind.condition is None
    ]  # fmt: skip
    if needed:
        yield Question(
            "giay-to",
            gettext("Do you have the papers that are always needed, or can you get them?"),
            gettext("They are listed on the page of the procedure (%(n)s).") % {"n": len(needed)},
            "yes",
            gettext("Prepare the papers first; the office tells you where to get them."),
            is_strict=False,
        )
