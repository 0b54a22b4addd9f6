# SPDX-License-Identifier: Apache-2.0
"""The invented citizens the stand-in knows, and what it says about them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.kit import datafiles


@dataclass(frozen=True, slots=True)
class Person:
    """An invented citizen with an e-ID of level 1 or 2."""

    personal_id: str
    full_name: str
    sex: str
    born_on: date
    address: str
    phone: str
    email: str
    level: int
    featured: bool

    @property
    def subject(self) -> str:
        """Return the name under which the provider knows the person; it tells nothing."""
        return hashlib.sha256(f"vneid-sandbox/{self.personal_id}".encode()).hexdigest()[:32]

    def claims(self, issuer: str) -> dict[str, str]:
        """Return what userinfo says: the claims provincial systems read from VNeID."""
        return {
            "sub": self.subject,
            "LoaiTaiKhoan": "1",
            "SoDinhDanh": self.personal_id,
            "HoVaTen": self.full_name,
            "NgayThangNamSinh": f"{self.born_on:%d/%m/%Y}",
            "GioiTinh": "Nam" if self.sex == "M" else "Nữ",
            "QuocTich": "Việt Nam",
            "ThuongTru": self.address,
            "NoiOHienNay": self.address,
            "SoDienThoai": self.phone,
            "ThuDienTu": self.email,
            "TechID": self.subject[:16],
            "loAs": str(self.level),
            "IAL": str(self.level),
            "userProfileUri": f"{issuer}/userinfo",
            "logoutUri": f"{issuer}/logout",
        }


def read_people() -> Mapping[str, Person]:
    """Return the citizens of `demo/citizens.csv` by personal number."""
    communes = {
        row["code"]: row["name_vi"] for row in datafiles.read_csv("units/bac_ninh_communes.csv")
    }
    people = (
        Person(
            personal_id=row["personal_id"],
            full_name=row["full_name"],
            sex=row["sex"],
            born_on=date.fromisoformat(row["born_on"]),
            address=", ".join((row["street"], communes.get(row["commune_code"], ""), "Bắc Ninh")),
            phone=row["phone"],
            email=row["email"],
            level=int(row["eid_level"]),
            featured=row["hero"] == "1",
        )
        for row in datafiles.read_csv("demo/citizens.csv")
    )
    return {person.personal_id: person for person in people}


def read_passcode() -> str:
    """Return the passcode that all invented citizens share."""
    return str(datafiles.read_yaml("demo/demo.yaml")["vneid_passcode"])
