# SPDX-License-Identifier: Apache-2.0
"""Ask for one act on many dossiers; a job carries it out row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from motcua.domains.dossiers.batches import chain_of, queue
from motcua.domains.dossiers.models import BatchRun
from motcua.domains.dossiers.models.batch import MOVING, Verb
from motcua.kit import audit, sql
from motcua.kit.access import Actor, ActorKind, NotPermitted
from motcua.kit.faults import Fault
from motcua.kit.idempotency import spend
from motcua.rules.numbering import DOSSIER_CODE

MOST = 5_000

ROWS = """
INSERT INTO dossiers_batchrow (run_id, place, dossier_code, attempt, state, said, seen)
SELECT %(run_id)s, c.place, c.code, 1, 0, '',
  CASE WHEN %(moves)s THEN coalesce(c.seen, d.chain_seq) END
FROM unnest(%(codes)s::text[], %(seen)s::int[]) WITH ORDINALITY AS c (code, seen, place)
LEFT JOIN dossiers_dossier d ON d.code = c.code
"""


class NothingChosen(Fault):
    """No dossier was selected."""

    sentence = gettext_lazy("Select at least one dossier.")


class TooManyChosen(Fault):
    """More dossiers than one run takes."""

    sentence = gettext_lazy("Select at most %(most)s dossiers at once.")


class UnknownVerb(Fault):
    """There is no such act for many dossiers."""

    status = 400
    sentence = gettext_lazy("This cannot be done with several dossiers at once.")


@transaction.atomic
def start_batch(
    *,
    actor: Actor,
    at: datetime,
    key: UUID,
    verb: str,
    choices: Mapping[str, Any],
    codes: Sequence[str],
    seen: Sequence[int] = (),
) -> UUID:
    """Keep the run and its rows and put the work into the queue; returns the key of the run.

    A code chosen twice counts once. What each row may do is decided when its turn comes, with the
    posts the actor holds then; a dossier that moved meanwhile is refused as stale. `seen` says
    where each of the `codes` stood on the page; without it they count as seen now. `choices` are
    the other arguments of the single act, and `language`, in which refusals are written down.
    Raises NotPermitted, NothingChosen, TooManyChosen, UnknownVerb. Emits: BatchStarted.
    """
    if actor.kind is not ActorKind.OFFICIAL or actor.account_id is None:
        raise NotPermitted
    if verb not in Verb.values:
        raise UnknownVerb
    chosen = list(dict.fromkeys(code for code in codes if DOSSIER_CODE.fullmatch(code)))
    if not chosen:
        raise NothingChosen
    if len(chosen) > MOST:
        raise TooManyChosen(most=MOST)
    if not spend(key=key, act="start_batch", actor=actor, subject=str(key), at=at):
        return key
    run = BatchRun.objects.create(
        key=key, verb=verb, choices=dict(choices), account_id=actor.account_id, started_at=at
    )
    stood = dict(zip(codes, seen, strict=False)) if len(seen) == len(codes) else {}
    rows = {"codes": chosen, "seen": [stood.get(code) for code in chosen]}
    sql.fetch_all(ROWS, {"run_id": run.pk, "moves": verb in MOVING, **rows})
    audit.append(
        chain=chain_of(key), at=at, act="start_batch", actor=actor,
        payload={"verb": verb, "rows": len(chosen)},
    )  # fmt: skip
    queue(run, actor=actor, at=at)
    return key
