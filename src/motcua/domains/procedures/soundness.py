# SPDX-License-Identifier: Apache-2.0
"""Everything that is wrong with a procedure file, in sentences, before any dossier meets it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from motcua.domains.procedures import papers as paper_lists
from motcua.domains.procedures import signers as signer_lists
from motcua.domains.procedures.papers import PaperKind
from motcua.domains.procedures.reading import (
    CHANNELS,
    PAYMENT_TIMES,
    Terms,
    day,
    form,
    minutes,
    steps,
    terms,
    unknown,
)
from motcua.domains.procedures.signers import Signer
from motcua.rules import fees, workflow
from motcua.rules.errors import RuleError
from motcua.rules.fees import FeeRow
from motcua.rules.forms import Form, files
from motcua.rules.words import N_
from motcua.rules.workflow import Definition, StepKind

Value = TypeVar("Value")
Config = Mapping[str, Any]

SETTINGS: Mapping[str, type | tuple[type, ...]] = {
    "code": str,
    "title": Mapping,
    "beyond_boundary": bool,
    "external_number": bool,
    "to_verify": (list, tuple),
    "form": Mapping,
    "papers": (list, tuple),
    "workflow": Mapping,
}
CHOICES: Mapping[str, tuple[str, ...]] = {
    "source": ("authored", "generated"),
    "online_level": ("full", "partial", "unknown"),
    "routing": ("LOCAL", "MINISTRY", "HYBRID"),
}
IDENTITY_LEVELS = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a part of a procedure file is unsound; `sentence` is an English msgid."""

    part: str
    sentence: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.part}: {self.sentence % self.params}"


def problems(
    config: Config, *, roles: Collection[str], agencies: Collection[str]
) -> tuple[Problem, ...]:
    """Return everything that keeps a procedure file from being published, () when it is sound.

    `roles` are the roles there are, `agencies` the codes of the agencies there are.
    """
    shape = tuple(_shape(config))
    return shape or (*_settings(config), *_parts(config, roles, agencies))


def _shape(config: Config) -> Iterator[Problem]:
    """Yield the settings that are missing or of another type; without them nothing can be read."""
    for key, kind in SETTINGS.items():
        if not isinstance(config.get(key), kind):
            yield Problem(key, N_("This setting is missing or of another kind."))


def _settings(config: Config) -> Iterator[Problem]:
    for key, allowed in CHOICES.items():
        yield from _chosen(key, config.get(key), allowed)
    for channel in config.get("channels") or ():
        yield from _chosen("channels", channel, CHANNELS)
    if not config["title"].get("vi"):
        yield Problem("title", N_("The procedure has no Vietnamese title."))
    yield from _chosen("identity_level", config.get("identity_level", 0), IDENTITY_LEVELS)
    yield from _chosen("payment", config.get("payment", "after"), PAYMENT_TIMES)
    missing = unknown(config)
    if config.get("online_level") == "full" and missing:
        yield Problem(
            "online_level",
            N_("A procedure is not offered end to end while this is unknown: %(unknown)s."),
            {"unknown": ", ".join(missing)},
        )


def _chosen(key: str, value: object, allowed: Collection[object]) -> Iterator[Problem]:
    if value not in allowed:
        sentence = N_("“%(value)s” is not one of: %(allowed)s.")
        yield Problem(key, sentence, {"value": value, "allowed": ", ".join(map(str, allowed))})


def _parts(config: Config, roles: Collection[str], agencies: Collection[str]) -> Iterator[Problem]:
    found: list[Problem] = []
    asked = _read("form", lambda: form(config), found)
    papers = _read("papers", lambda: paper_lists.parse(config["papers"]), found)
    table = _read("fees", lambda: fees.parse(config.get("fees") or ()), found)
    limits = _read("limit", lambda: terms(config), found)
    definition = _read("workflow", lambda: steps(config), found)
    signing = _read("signers", lambda: signer_lists.parse(config.get("signers") or ()), found)
    _read("valid_from", lambda: day(config.get("valid_from")), found)
    yield from found
    if definition:
        yield from _payment(config, definition)
        yield from _workflow(definition, limits or Terms(), roles)
        yield from _consulted(definition, agencies)
    if asked:
        names = _names(papers or (), table or (), config.get("result") or {})
        yield from _unknown_fields(asked, names)
        yield from _unknown_fields(asked, _of_signers(signing or ()))
        yield from _asked_twice(asked, papers or ())


def _read(name: str, read: Callable[[], Value], found: list[Problem]) -> Value | None:
    """Return what is read, or None after noting why it cannot be."""
    try:
        return read()
    except RuleError as error:
        place = getattr(error, "path", "")
        found.append(Problem(f"{name} {place}".strip(), error.sentence, error.params))
        return None


def _payment(config: Config, definition: Definition) -> Iterator[Problem]:
    kinds = {step.kind for step in definition.authored()}
    if config.get("payment") == "middle" and StepKind.PAYMENT not in kinds:
        yield Problem("payment", N_("A payment in the middle needs a step of kind payment."))


def _workflow(definition: Definition, limits: Terms, roles: Collection[str]) -> Iterator[Problem]:
    stated = [minutes(limit) for limit in (limits.legal, limits.committed) if limit]
    for problem in workflow.problems(
        definition, roles=roles, limit_minutes=min(stated, default=None)
    ):
        yield Problem("workflow", problem.sentence, problem.words())


def _consulted(definition: Definition, agencies: Collection[str]) -> Iterator[Problem]:
    for step in definition.authored():
        for code in step.consulted:
            if code not in agencies:
                sentence = N_("The step “%(step)s” consults “%(unit)s”, which is no agency.")
                yield Problem("workflow", sentence, {"step": step.name, "unit": code})


def _names(
    papers: Collection[PaperKind], table: Collection[FeeRow], result: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Yield every field that another part of the file speaks of, with that part."""
    for paper in papers:
        for name in sorted(paper.condition.fields() if paper.condition else ()):
            yield f"papers {paper.code}", name
    for row in table:
        for name in sorted(row.exempt_if.fields() if row.exempt_if else ()):
            yield f"fees {row.code}", name
        if row.each:
            yield f"fees {row.code}", row.each
    for name in result.get("fields") or ():
        yield "result", name


def _of_signers(signing: Collection[Signer]) -> Iterator[tuple[str, str]]:
    for signer in signing:
        conditional = signer.condition.fields() if signer.condition else ()
        for name in (signer.personal_id, signer.full_name, *sorted(conditional)):
            yield f"signers {signer.name}", name


def _unknown_fields(asked: Form, names: Iterator[tuple[str, str]]) -> Iterator[Problem]:
    known = asked.names()
    for part, name in names:
        if name not in known:
            sentence = N_("This depends on the field “%(name)s”, which the form does not have.")
            yield Problem(part, sentence, {"name": name})


def _asked_twice(asked: Form, papers: Collection[PaperKind]) -> Iterator[Problem]:
    listed = {paper.code for paper in papers}
    for code, question in files.asking(asked).items():
        if code in listed:
            sentence = N_("The question “%(name)s” asks for a paper that the list has too.")
            yield Problem(f"papers {code}", sentence, {"name": question.name})
