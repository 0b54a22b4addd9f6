# SPDX-License-Identifier: Apache-2.0
"""Where: a province, a commune or ward, a whole address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from motcua.rules.forms.definition import Definition
from motcua.rules.forms.faults import Refused
from motcua.rules.forms.kinds.kind import Asked, Input, Json, Kind
from motcua.rules.forms.kinds.lines import a_line

_MOST = 10
_PROVINCE = re.compile(r"\d{2}", re.ASCII)
_COMMUNE = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Province(Kind):
    """`province`: a two-digit code of the national statistics list. No settings.

    Source: 19/2025/QĐ-TTg.
    """

    name = "province"
    purpose: ClassVar[str] = "address-level1"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """A code the register of provinces knows."""
        code = a_line(value, _MOST)
        if code and not (_PROVINCE.fullmatch(code) and asked.lookups.province(code)):
            raise Refused("unknown_province")
        return code

    @property
    def input(self) -> Input:
        """A list of provinces, which the face knows."""
        return Input(widget="province", width="half")


@dataclass(frozen=True, slots=True)
class Commune(Kind):
    """`commune`: a five-digit code of the national statistics list. No settings.

    Source: 19/2025/QĐ-TTg.
    """

    name = "commune"
    purpose: ClassVar[str] = "address-level2"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """A code the register of communes knows."""
        code = a_line(value, _MOST)
        if code and not (_COMMUNE.fullmatch(code) and asked.lookups.commune(code)):
            raise Refused("unknown_commune")
        return code

    @property
    def input(self) -> Input:
        """A list of communes, which the face knows."""
        return Input(widget="commune", width="half")


@dataclass(frozen=True, slots=True)
class Address(Kind):
    """`address`: {province, commune, street}; when one part is given, all are. No settings."""

    name = "address"

    @classmethod
    def define(cls, definition: Definition) -> Self:
        """No settings."""
        return cls()

    def clean(self, value: object, asked: Asked) -> Json:
        """The parts are checked one by one; together, the commune must lie in the province."""
        if not isinstance(value, Mapping):
            raise Refused("wrong_shape")
        province, commune = (str(value.get(name) or "") for name in ("province", "commune"))
        known = asked.lookups.province(province) and asked.lookups.commune(commune)
        if known and not asked.lookups.lies_in(commune, province):
            raise Refused("commune_elsewhere")
        return None

    @property
    def input(self) -> Input:
        """The boxes of the parts."""
        return Input(widget="parts")

    def parts(self) -> tuple[Mapping[str, object], ...]:
        """Province, commune or ward, house and street."""
        return _PARTS


_PARTS: tuple[Mapping[str, object], ...] = (
    {
        "name": "province",
        "kind": "province",
        "label": {"vi": "Tỉnh, thành phố", "en": "Province or city"},
    },
    {
        "name": "commune",
        "kind": "commune",
        "label": {"vi": "Xã, phường, đặc khu", "en": "Commune, ward or special zone"},
    },
    {
        "name": "street",
        "kind": "street",
        "label": {
            "vi": "Số nhà, đường, thôn, tổ dân phố",
            "en": "House number, street, village or residential group",
        },
    },
)
