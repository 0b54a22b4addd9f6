# SPDX-License-Identifier: Apache-2.0
"""Results ready to be handed over, and people who fetch them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.acts.return_result import return_result
from motcua.domains.dossiers.fetching import Collector
from motcua.domains.payments.acts.take_cash import take_cash
from tests.builders import by, vn
from tests.domains.dossiers.conftest import Town

AT = vn("2026-07-07 14:00")
NUMBER = "EB123456789VN"
SON = Collector("Nguyễn Văn Con", "027190000009", "con", "Mẹ tôi ốm, nhờ tôi nhận thay")


def ready(town: Town) -> str:
    """The code of a dossier whose result lies paid for at the counter."""
    code = town.decided()
    take_cash(
        actor=town.counter, at=AT, key=uuid4(), dossier_code=code, amount_vnd=75_000,
        unit_id=town.centre_id,
    )  # fmt: skip
    file_result(code=code, at=AT)
    return code


def posted(town: Town, number: str = NUMBER) -> str:
    """The code of a dossier whose result the post has."""
    code = ready(town)
    return_result(by=by(town.counter, AT), code=code, to="post", tracking_number=number)
    return code


def son(**changes: Any) -> Collector:
    """A collector with a statement, some values changed."""
    kept = {name: getattr(SON, name) for name in Collector.__slots__}
    return Collector(**{**kept, **changes})
