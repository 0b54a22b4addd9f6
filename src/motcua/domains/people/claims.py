# SPDX-License-Identifier: Apache-2.0
"""What an e-ID provider says about a person, read into our own terms.

The claims are those of the national sign-on and of VNeID: SoDinhDanh, HoVaTen,
NgayThangNamSinh, GioiTinh, ThuongTru, ThuDienTu, SoDienThoai, LoaiTaiKhoan, loAs, IAL.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy

from motcua.domains.people.models import Sex
from motcua.kit.faults import Fault
from motcua.rules.words import TextError, clean

CITIZEN: Final = "1"
_PERSONAL_ID: Final = re.compile(r"\d{12}", re.ASCII)
_PHONE: Final = re.compile(r"\+?\d{8,14}", re.ASCII)
_DATES: Final = ("%d/%m/%Y", "%Y-%m-%d", "%Y%m%d")
_SEXES: Final = {"1": Sex.MALE, "nam": Sex.MALE, "2": Sex.FEMALE, "nữ": Sex.FEMALE}
_LEVEL: Final = re.compile(r"[12]", re.ASCII)


class NotAPerson(Fault):
    """The e-ID account belongs to an organisation."""

    sentence = gettext_lazy("Please sign in with the e-ID account of a person.")


class ClaimsUnusable(Fault):
    """The provider did not say who the person is."""

    sentence = gettext_lazy("VNeID did not send the details needed to sign you in.")


@dataclass(frozen=True, slots=True)
class Claims:
    """A verified person; `identity_level` is 1 or 2, unknown counts as 1."""

    personal_id: str
    full_name: str
    identity_level: int
    birth_on: date | None = None
    sex: str = Sex.UNKNOWN
    address: str = ""
    email: str = ""
    phone: str = ""


def read_claims(claims: Mapping[str, Any]) -> Claims:
    """Return the person, without odd optional values. Raises NotAPerson, ClaimsUnusable."""
    if _text(claims, "LoaiTaiKhoan", 10) not in ("", CITIZEN):
        raise NotAPerson
    personal_id, full_name = _text(claims, "SoDinhDanh", 20), _text(claims, "HoVaTen", 200)
    if not full_name or not _PERSONAL_ID.fullmatch(personal_id):
        raise ClaimsUnusable
    phone = _text(claims, "SoDienThoai", 20).replace(" ", "")
    return Claims(
        personal_id=personal_id,
        full_name=full_name,
        identity_level=_level(claims),
        birth_on=_date(_text(claims, "NgayThangNamSinh", 20)),
        sex=_SEXES.get(_text(claims, "GioiTinh", 10).lower(), Sex.UNKNOWN),
        address=_text(claims, "ThuongTru", 300),
        email=_email(_text(claims, "ThuDienTu", 200)),
        phone=phone if _PHONE.fullmatch(phone) else "",
    )


def _text(claims: Mapping[str, Any], name: str, longest: int) -> str:
    value = claims.get(name)
    if not isinstance(value, str | int):
        return ""
    try:
        text = clean(str(value)).strip()
    except TextError:
        return ""
    return text if len(text) <= longest else ""


def _level(claims: Mapping[str, Any]) -> int:
    found = _LEVEL.search(_text(claims, "IAL", 20) or _text(claims, "loAs", 20))
    return int(found.group()) if found else 1


def _date(text: str) -> date | None:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text
