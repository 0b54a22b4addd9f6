# SPDX-License-Identifier: Apache-2.0
"""What follows from events of dossiers: people are told, results are made."""

from __future__ import annotations

from motcua.domains.dossiers.jobs import make_result
from motcua.domains.dossiers.models import Dossier
from motcua.domains.notices.acts.tell import tell
from motcua.kit.relay import Told


def on_dossier_moved(told: Told) -> None:
    """Tell the applicant in the application and by e-mail."""
    account_id, email = Dossier.objects.values_list("account_id", "applicant_email").get(
        code=told.subject
    )
    tell(
        event_id=told.id,
        kind=told.topic,
        dossier_code=told.subject,
        account_id=account_id,
        email=email,
        at=told.at,
    )


def on_result_ready(told: Told) -> None:
    """Put the making of the result paper into the job queue."""
    make_result.defer(code=told.subject)
