# SPDX-License-Identifier: Apache-2.0
"""Put the invented officials and citizens of the demonstration into the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.domains.people.codes import new_codes
from motcua.domains.people.models import Account, AccountKind, AccountSource, Holding, Sex
from motcua.domains.people.names import read_name
from motcua.domains.people.passwords import UNUSABLE, encode
from motcua.domains.units import queries as units
from motcua.kit import audit, datafiles
from motcua.kit.access import SYSTEM

POSTS_FROM = date(2025, 7, 1)  # the two-level local government began
MAIL_DOMAIN = "bacninh.example.vn"
SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}
Row = Mapping[str, str]


@transaction.atomic
def load_demo_people(*, at: datetime) -> int:
    """Load `demo/officials.csv` and `demo/citizens.csv`; return how many accounts are new.

    Safe to repeat: who is there stays as they are. All officials share the password of
    `demo/demo.yaml`, hashed once.
    """
    officials = list(datafiles.read_csv("demo/officials.csv"))
    citizens = list(datafiles.read_csv("demo/citizens.csv"))
    added = _add_officials(officials, at) + _add_citizens(citizens, at)
    posts = _add_posts(officials)
    if added or posts:
        audit.append(
            chain="demo:people", at=at, act="load_demo_people", actor=SYSTEM,
            payload={"accounts": added, "posts": posts},
        )  # fmt: skip
    return added


def _add_officials(rows: list[Row], at: datetime) -> int:
    """Insert each sign-in name once, however many posts it has."""
    wanted = {_name(row): row for row in rows}
    known = Account.objects.filter(sign_in_name__in=wanted)
    for name in known.values_list("sign_in_name", flat=True):
        del wanted[name]
    if not wanted:
        return 0
    password = encode(datafiles.read_yaml("demo/demo.yaml")["password"])
    codes = new_codes("official", len(wanted))
    accounts = [
        _account(
            row, at, kind=AccountKind.OFFICIAL, code=code, sign_in_name=name,
            email=f"{name}@{MAIL_DOMAIN}", password=password, password_set_at=at,
        )
        for (name, row), code in zip(wanted.items(), codes, strict=True)
    ]  # fmt: skip
    Account.objects.bulk_create(accounts, batch_size=1000)
    return len(accounts)


def _add_citizens(rows: list[Row], at: datetime) -> int:
    wanted = {row["personal_id"]: row for row in rows}
    known = Account.objects.filter(kind=AccountKind.CITIZEN, personal_id__in=wanted)
    for personal_id in known.values_list("personal_id", flat=True):
        del wanted[personal_id]
    codes = new_codes("citizen", len(wanted)) if wanted else []
    accounts = [
        _account(
            row, at, kind=AccountKind.CITIZEN, code=code, sign_in_name=code, password=UNUSABLE,
            personal_id=row["personal_id"], email=row["email"], phone=row["phone"],
            birth_on=date.fromisoformat(row["born_on"]),
            identity_level=int(row["eid_level"]), address=_address(row),
        )
        for row, code in zip(wanted.values(), codes, strict=True)
    ]  # fmt: skip
    Account.objects.bulk_create(accounts, batch_size=1000)
    return len(accounts)


def _account(row: Row, at: datetime, **values: Any) -> Account:
    return Account(
        full_name=row["full_name"], sex=SEXES.get(row["sex"], Sex.UNKNOWN), created_at=at,
        source=AccountSource.SYNTHETIC, **values,
    )  # fmt: skip


def _address(row: Row) -> str:
    return f"{row['street']}, {units.commune(row['commune_code']).name_vi}"


def _add_posts(rows: list[Row]) -> int:
    ids = dict(Account.objects.filter(kind=AccountKind.OFFICIAL).values_list("sign_in_name", "pk"))
    held = set(Holding.objects.values_list("account_id", "unit_id", "role"))
    posts = [post for post in _posts(rows, ids) if _triple(post) not in held]
    Holding.objects.bulk_create(posts, batch_size=1000)
    return len(posts)


def _posts(rows: list[Row], ids: Mapping[str, int]) -> Iterator[Holding]:
    for row in rows:
        yield Holding(
            account_id=ids[_name(row)], unit_id=units.agency_by_code(row["unit_id"]).id,
            role=row["role"], position_vi=row["title_vi"], position_en=row["title_en"],
            valid_from=POSTS_FROM,
        )  # fmt: skip


def _triple(post: Holding) -> tuple[int, int, str]:
    return post.account_id, post.unit_id, post.role


def _name(row: Row) -> str:
    """Return the folded sign-in name; the file's names are checked to be usable."""
    reading = read_name(row["sign_in"])
    return reading.name if reading else row["sign_in"]
