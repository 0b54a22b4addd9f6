# SPDX-License-Identifier: Apache-2.0
"""How the columns and rows of the reports are called."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from django.utils.translation import gettext, gettext_lazy

from motcua.domains.people.queries.names import names_by_code
from motcua.domains.procedures import queries as procedures
from motcua.domains.procedures.queries.named_fields import fields_of
from motcua.faces.design.titles import both_text
from motcua.faces.desk.naming import unit_name
from motcua.kit.clock import today
from motcua.kit.faults import NotFound

COLUMNS: Final = {
    "carried": gettext_lazy("Carried over"),
    "received": gettext_lazy("Received"),
    "received_online": gettext_lazy("Received online"),
    "finished": gettext_lazy("Finished"),
    "early": gettext_lazy("Early"),
    "on_time": gettext_lazy("On time"),
    "late": gettext_lazy("Late"),
    "legally_late": gettext_lazy("Late by law"),
    "cut": gettext_lazy("Stopped or withdrawn"),
    "open": gettext_lazy("Open at the end"),
    "within": gettext_lazy("Within the limit"),
    "over": gettext_lazy("Over the limit"),
    "legally_over": gettext_lazy("Over the legal limit"),
}
CHANNELS: Final = {
    "1": gettext_lazy("at the counter"),
    "2": gettext_lazy("online"),
    "3": gettext_lazy("by post"),
}


def names(by: str, keys: Collection[str]) -> Mapping[str, str]:
    """Return what the rows of a breakdown are called."""
    return _NAMED[by](keys)


def _units(keys: Collection[str]) -> Mapping[str, str]:
    return {key: unit_name(int(key)) if key.isascii() and key.isdigit() else "" for key in keys}


def _procedures(keys: Collection[str]) -> Mapping[str, str]:
    return {key: f"{key} {_title(key)}".strip() for key in keys}


def _title(code: str) -> str:
    try:
        return both_text(procedures.current(code, today()).title)
    except NotFound:
        return ""


def _officers(keys: Collection[str]) -> Mapping[str, str]:
    known = names_by_code(keys)
    return {key: known.get(key, key) or gettext("Nobody yet") for key in keys}


def _channels(keys: Collection[str]) -> Mapping[str, str]:
    return {key: str(CHANNELS.get(key, key)) for key in keys}


def _fields(keys: Collection[str]) -> Mapping[str, str]:
    return {key: key or gettext("Not known") for key in keys}


_NAMED: Final[Mapping[str, Callable[[Collection[str]], Mapping[str, str]]]] = {
    "unit": _units,
    "procedure": _procedures,
    "officer": _officers,
    "channel": _channels,
    "field": _fields,
}


def fields_by_version(keys: Collection[str]) -> Mapping[str, str]:
    """Return the field of each version, both as texts."""
    found = fields_of([int(key) for key in keys])
    return {key: found.get(int(key), "") for key in keys}
