# SPDX-License-Identifier: Apache-2.0
"""The append-only, hash-chained log: one chain per dossier or other subject."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from motcua.kit.access import Actor, Post
from motcua.kit.copying import copy_rows
from motcua.kit.models import AuditCheckpoint, AuditEntry

GENESIS = bytes(32)
LOCK_CHAINS = (
    "SELECT pg_advisory_xact_lock(hashtextextended(c.name, 0)) FROM unnest(%s::text[]) AS c(name)"
)
HEADS = (
    "SELECT c.name, last.seq, last.hash FROM unnest(%s::text[]) AS c(name), LATERAL"
    " (SELECT seq, hash FROM kit_auditentry WHERE chain = c.name ORDER BY seq DESC LIMIT 1) last"
)
_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Link:
    """One link ready to be stored; `hash` covers every other field."""

    chain: str
    seq: int
    at: datetime
    act: str
    actor_code: str
    actor_name: str
    post: str
    payload: Mapping[str, Any]
    prev_hash: bytes
    hash: bytes
    text: str  # the payload as canonical JSON


def canonical(value: object) -> str:
    """Return JSON with sorted keys and no spaces; floats are refused because they do not last."""
    return _CANONICAL.encode(value)


def sha256_of(value: object) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def post_label(post: Post | None) -> str:
    """Return `role@unit` as it stands in the log, or nothing for citizens and systems."""
    return post.label if post else ""


def digest(
    prev_hash: bytes, chain: str, seq: int, at: datetime, act: str, who: str, text: str
) -> bytes:
    """Return SHA-256 over the previous hash and a link's content, its payload canonical JSON."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    whole = "\x1f".join((chain, str(seq), moment, act, who, text))
    return hashlib.sha256(prev_hash + whole.encode()).digest()


def link(
    *,
    chain: str,
    after: tuple[int, bytes],
    at: datetime,
    act: str,
    actor: Actor,
    post: Post | None,
    payload: Mapping[str, Any],
) -> Link:
    """Forge the link that follows `after` (last seq, last hash; (0, GENESIS) for a new chain)."""
    seq, prev_hash = after[0] + 1, after[1]
    label = post_label(post) or actor.capacity
    who = "\x1e".join((actor.code, actor.name, label))
    text = canonical(payload)
    own_hash = digest(prev_hash, chain, seq, at, act, who, text)
    return Link(
        chain, seq, at, act, actor.code, actor.name, label, payload, prev_hash, own_hash, text
    )


@transaction.atomic
def append(
    *,
    chain: str,
    at: datetime,
    act: str,
    actor: Actor,
    payload: Mapping[str, Any],
    post: Post | None = None,
) -> Link:
    """Append to a chain that has no row of its own to lock (accounts, procedures, settings)."""
    after = lock_heads([chain])[chain]
    new = link(chain=chain, after=after, at=at, act=act, actor=actor, post=post, payload=payload)
    AuditEntry.objects.create(**{name: getattr(new, name) for name in FIELDS})
    return new


def lock_heads(chains: Iterable[str]) -> dict[str, tuple[int, bytes]]:
    """Keep others from appending till the transaction ends; return the last seq and hash of each.

    Chains are locked in the order of their names, so that two writers never wait in a circle.
    """
    named = sorted(set(chains))
    with connection.cursor() as cursor:
        cursor.execute(LOCK_CHAINS, [named])
        cursor.execute(HEADS, [named])
        known = {chain: (seq, bytes(own_hash)) for chain, seq, own_hash in cursor.fetchall()}
    return {chain: known.get(chain, (0, GENESIS)) for chain in named}


def copy_links(links: Iterable[Link]) -> None:
    """Write many links at once; whoever forged them holds the locks of their chains."""
    copy_rows(
        AuditEntry._meta.db_table,
        FIELDS,
        (
            (
                one.chain, one.seq, one.at, one.act, one.actor_code, one.actor_name, one.post,
                one.text, one.prev_hash, one.hash,
            )
            for one in links
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a chain does not hold."""

    chain: str
    seq: int
    stored: str
    derived: str


Row = tuple[str, int, datetime, str, str, str, str, Any, bytes, bytes]

FIELDS = (
    "chain", "seq", "at", "act", "actor_code", "actor_name", "post", "payload", "prev_hash", "hash",
)  # fmt: skip


def breaks(rows: Iterable[Row]) -> Iterator[Break]:
    """Yield every broken link; `rows` come ordered by chain, then seq, in the order of FIELDS."""
    chain, last_seq, last_hash = "", 0, GENESIS
    for row in rows:
        if row[0] != chain:
            chain, last_seq, last_hash = row[0], 0, GENESIS
        who = "\x1e".join(row[4:7])
        text = canonical(row[7])
        derived = digest(last_hash, row[0], last_seq + 1, row[2], row[3], who, text)
        stored = bytes(row[9])
        if stored != derived or row[1] != last_seq + 1:
            yield Break(chain, row[1], stored.hex(), derived.hex())
        last_seq, last_hash = row[1], stored


def checkpoint(*, at: datetime) -> AuditCheckpoint | None:
    """Seal all links written so far under one digest; None when there is nothing new."""
    last = AuditCheckpoint.objects.order_by("-upto_id").first()
    since, before = (last.upto_id, bytes(last.digest)) if last else (0, GENESIS)
    with transaction.atomic(), connection.cursor() as cursor:
        # SHARE waits for writers under way, so no link with a smaller id can appear later.
        cursor.execute("LOCK TABLE kit_auditentry IN SHARE MODE")
        cursor.execute("SELECT coalesce(max(id), 0) FROM kit_auditentry")
        upto = int(cursor.fetchone()[0])
    if upto == since:
        return None
    entries, seal = _seal(before, since, upto)
    return AuditCheckpoint.objects.create(at=at, upto_id=upto, entries=entries, digest=seal)


def checkpoint_breaks() -> Iterator[Break]:
    """Yield every checkpoint whose digest no longer follows from the stored links."""
    since, before = 0, GENESIS
    for mark in AuditCheckpoint.objects.order_by("upto_id").iterator():
        _, derived = _seal(before, since, mark.upto_id)
        stored = bytes(mark.digest)
        if derived != stored:
            yield Break("checkpoint", mark.upto_id, stored.hex(), derived.hex())
        since, before = mark.upto_id, stored


def _seal(before: bytes, since: int, upto: int) -> tuple[int, bytes]:
    running, entries = hashlib.sha256(before), 0
    links = AuditEntry.objects.filter(id__gt=since, id__lte=upto).order_by("id")
    for own_hash in links.values_list("hash", flat=True).iterator(chunk_size=10_000):
        running.update(own_hash)
        entries += 1
    return entries, running.digest()
