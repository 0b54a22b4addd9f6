# SPDX-License-Identifier: Apache-2.0
"""Tell an applicant what happened to a dossier."""

from __future__ import annotations

from datetime import datetime

from motcua.domains.notices.models import Email, Notice


def tell(
    *,
    event_id: int,
    kind: str,
    dossier_code: str,
    account_id: int | None,
    email: str,
    at: datetime,
    language: str = "vi",
) -> None:
    """Write an in-app line and an e-mail to be sent; telling the same event again does nothing."""
    if account_id is not None:
        Notice.objects.bulk_create(
            [
                Notice(
                    account_id=account_id, event_id=event_id, kind=kind,
                    dossier_code=dossier_code, at=at,
                )
            ],
            ignore_conflicts=True,
        )  # fmt: skip
    if email:
        letter = Email(
            event_id=event_id, to=email, kind=kind, dossier_code=dossier_code,
            language=language, at=at,
        )  # fmt: skip
        Email.objects.bulk_create([letter], ignore_conflicts=True)
