# SPDX-License-Identifier: Apache-2.0
"""Put a dossier that came without an account into the account of its applicant."""

from __future__ import annotations

from motcua.domains.dossiers import keeping, ledger
from motcua.domains.dossiers.events import DossierKept
from motcua.domains.dossiers.ledger import By, Outcome
from motcua.domains.dossiers.models import Dossier


@ledger.act
def keep_in_account(*, by: By, code: str, secret: str) -> Outcome:
    """Give the dossier to the account of the citizen who holds its receipt and is its applicant.

    The link names who keeps it by the code of the account, never by a number. Raises NotFound,
    OnlyInPerson, NotVerified, NotTheApplicant, PartOfLinkage, InAnAccount. Emits: DossierKept.
    """
    case = ledger.lock(code, by)
    keeping.must_be_keepable(by.actor, case.code, secret)
    Dossier.objects.filter(pk=case.id).update(account_id=by.actor.account_id)
    return ledger.write(
        case, case, by=by, act="keep_in_account", event=DossierKept, post=None, payload={}
    )
