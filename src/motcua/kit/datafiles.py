# SPDX-License-Identifier: Apache-2.0
"""The folder `data/`: what the province configures and what is known, read as plain values."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import yaml

from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

CHECKOUT_ROOT = Path(__file__).resolve().parents[3] / "data"

_Base: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _Loader(_Base):
    """YAML without the old surprises: `on`, `no`, `07210` and `07:00` stay texts."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("null", "~|null|", ["~", "n", ""]),
    ("bool", "true|false", ["t", "f"]),
    ("int", "-?(?:0|[1-9][0-9]*)", [*"-0123456789"]),
    ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+", [*"-0123456789"]),
    ("timestamp", "[0-9]{4}-[0-9]{2}-[0-9]{2}", [*"0123456789"]),
    ("merge", "<<", ["<"]),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first
    )


class Unreadable(Refusal):
    """A file of the folder is missing, closed to us, or not what its name says."""


def root() -> Path:
    """Return the folder: the environment's `MOTCUA_DATA`, else `data` beside the sources."""
    stated = os.environ.get("MOTCUA_DATA")
    return Path(stated).absolute() if stated else CHECKOUT_ROOT


def read_yaml(path: Path | str) -> Any:
    """Return what a YAML file holds; a relative path starts at the root. Raises `Unreadable`.

    Mappings, lists, texts, numbers, dates (as `datetime.date`), true, false and null only: tags
    of other types are refused, never built. A number with a leading zero is a text.
    """
    with _opened(path) as (name, stream):
        try:
            return yaml.load(stream, _Loader)  # noqa: S506
        except (yaml.YAMLError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            raise _malformed(name, mark.line + 1 if mark else 1) from error


def read_csv(path: Path | str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file by column name; an absent cell is "". Raises `Unreadable`.

    A row with more cells than the header is malformed.
    """
    with _opened(path) as (name, stream):
        reader = csv.DictReader(stream, restval="")
        try:
            for row in reader:
                if None in row:
                    raise _malformed(name, reader.line_num)
                yield row
        except csv.Error as error:
            raise _malformed(name, reader.reader.line_num) from error


def read_jsonl(path: Path | str) -> Iterator[Any]:
    """Yield the value of every line that is not blank. Raises `Unreadable`."""
    with _opened(path) as (name, stream):
        for number, line in enumerate(stream, start=1):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except ValueError as error:
                raise _malformed(name, number) from error


@contextmanager
def _opened(path: Path | str) -> Iterator[tuple[str, Any]]:
    """Open a text file, and say in one sentence when it cannot be opened or is not UTF-8."""
    full = root() / path
    try:
        with full.open(encoding="utf-8", newline="") as stream:
            yield str(path), stream
    except OSError as error:
        raise Unreadable(
            N_("The file %(name)s cannot be read: %(why)s."), name=full, why=error.strerror
        ) from error
    except UnicodeDecodeError as error:
        raise Unreadable(N_("The file %(name)s is not written in UTF-8."), name=full) from error


def _malformed(name: str, line: int) -> Unreadable:
    return Unreadable(N_("The file %(name)s is malformed at line %(line)s."), name=name, line=line)
