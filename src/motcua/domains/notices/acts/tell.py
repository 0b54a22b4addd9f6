# SPDX-License-Identifier: Apache-2.0
"""Tell applicants what happened to their dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.notices.models import Email, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one applicant is to hear: in the account, by e-mail, by both or by neither."""

    event_id: int
    kind: str
    dossier_code: str
    account_id: int | None
    email: str
    at: datetime
    language: str = "vi"


def tell(news: Sequence[News]) -> None:
    """Write in-app lines and e-mails to be sent; telling the same event again does nothing."""
    Notice.objects.bulk_create(
        [_notice(each) for each in news if each.account_id is not None], ignore_conflicts=True
    )
    Email.objects.bulk_create([_letter(each) for each in news if each.email], ignore_conflicts=True)


def _notice(news: News) -> Notice:
    return Notice(
        account_id=news.account_id,
        event_id=news.event_id,
        kind=news.kind,
        dossier_code=news.dossier_code,
        at=news.at,
    )


def _letter(news: News) -> Email:
    return Email(
        event_id=news.event_id,
        to=news.email,
        kind=news.kind,
        dossier_code=news.dossier_code,
        language=news.language,
        at=news.at,
    )
