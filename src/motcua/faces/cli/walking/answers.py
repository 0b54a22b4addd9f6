# SPDX-License-Identifier: Apache-2.0
"""What the walking applicant answers: authored answers, those of a whole group, common ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from motcua.faces.cli.walking.pages import Form
from motcua.kit import datafiles

FOLDERS = ("demo/answers", "demo/answers/interlinked")
GROUPS = "interlinked"
PROVINCE = "24"
_INDEX = re.compile(r"\.\d+(?=\.|$)")


@dataclass(frozen=True, slots=True)
class Answers:
    """Values by posted name; `papers` are the components to hand in besides the required ones.

    `account` is the personal number that signs in, "" for a guest; `signers` are those who sign.
    """

    values: Mapping[str, list[str]]
    papers: tuple[str, ...] = ()
    account: str = ""
    signers: tuple[str, ...] = ()

    def for_form(self, form: Form) -> dict[str, list[str]]:
        """Return what belongs to the questions of this form; rows are added where it can."""
        known = {_INDEX.sub("", control.name) for control in form.controls}
        groups = tuple(
            value.removeprefix("add:") + "." for value in form.buttons() if value.startswith("add:")
        )
        return {
            name: values
            for name, values in self.values.items()
            if _INDEX.sub("", name) in known or name.startswith(groups)
        }


def answers_for(code: str) -> Answers:
    """Return the answers to give for a procedure."""
    return _authored(code) or _of_a_group(code) or Answers(dict(_flat("", _common())))


def _authored(code: str) -> Answers | None:
    places = (datafiles.root() / folder / f"{code}.yaml" for folder in FOLDERS)
    path = next((place for place in places if place.exists()), None)
    if path is None:
        return None
    read = datafiles.read_yaml(path)
    return Answers(
        dict(_flat("", read["answers"])),
        tuple(read.get("papers") or ()),
        str(read.get("account", "")),
        tuple(read.get("signers") or ()),
    )


def _of_a_group(code: str) -> Answers | None:
    """Answer one part of an interlinked group by itself as the whole application does."""
    for path in sorted((datafiles.root() / GROUPS).glob("*.yaml")):
        for member in datafiles.read_yaml(path).get("members", ()):
            whole = _authored(path.stem) if member["procedure"] == code else None
            if whole is not None:
                handed_on = _renamed(whole.values, member.get("answers", {}))
                return Answers({**whole.values, **handed_on}, whole.papers)
    return None


def _renamed(values: Mapping[str, list[str]], names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the answers that the part knows under names of its own, with all below them."""
    return {
        own + name.removeprefix(common): given
        for own, common in names.items()
        for name, given in values.items()
        if f"{name}.".startswith(f"{common}.")
    }


def _common() -> dict[str, Any]:
    """Answer what every generated form asks, as the first invented citizen and business."""
    person = next(row for row in datafiles.read_csv("demo/citizens.csv") if row["hero"] == "1")
    business = next(iter(datafiles.read_csv("demo/businesses.csv")))
    return {
        "applicant_kind": "person",
        "applicant_name": person["full_name"],
        "applicant_identity": "personal_id",
        "applicant_personal_id": person["personal_id"],
        "applicant_birth_on": person["born_on"],
        "applicant_phone": person["phone"],
        "applicant_email": person["email"],
        "applicant_address": {
            "province": PROVINCE, "commune": person["commune_code"], "street": person["street"],
        },
        "applicant_organisation": business["name_vi"],
        "applicant_tax_code": business["tax_code"],
        "applicant_representative": person["full_name"],
        "request": {"content": "Nội dung đề nghị mẫu để trình diễn", "copies": 1},
    }  # fmt: skip


def _flat(before: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield posted names and texts: rows by their number, choices of many under one name."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{before}.{name}" if before else name, inner)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for place, row in enumerate(value):
            yield from _flat(f"{before}.{place}", row)
    elif value is not False and value is not None:
        yield before, [_text(one) for one in (value if isinstance(value, list) else [value])]
    elif value is False:
        yield before, ["no"]


def _text(value: object) -> str:
    if value is True:
        return "yes"
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
