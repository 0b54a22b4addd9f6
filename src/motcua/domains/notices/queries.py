# SPDX-License-Identifier: Apache-2.0
"""What somebody was told, by which way, and whether it arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count
from django.utils import translation
from django.utils.translation import gettext

from motcua.domains.notices.channels import ALWAYS_IN_APP, DEFAULTS, Channel, Ways
from motcua.domains.notices.models import Choice, Message, Notice
from motcua.domains.notices.words import plain, sentence
from motcua.kit.faults import NotFound

MOST = 100


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A notice as pages show it."""

    words: str
    dossier_code: str
    at: datetime
    unread: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to be sent."""

    channel: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message and how far it has come; of the address only as much as tells it apart."""

    id: int
    channel: str
    kind: str
    dossier_code: str
    to: str
    state: str
    attempts: int
    outcome: str
    at: datetime
    sent_at: datetime | None
    delivered_at: datetime | None


def latest(account_id: int, *, limit: int = 50) -> tuple[NoticeCard, ...]:
    """Return the newest notices of an account, in the active language."""
    rows = Notice.objects.filter(account_id=account_id).order_by("-id")[:limit]
    cards = rows.values_list("kind", "dossier_code", "at", "read_at")
    return tuple(
        NoticeCard(sentence(kind, code), code, at, not read, kind) for kind, code, at, read in cards
    )


def unread_count(account_id: int) -> int:
    """Return how many notices wait, counting to 99 at most."""
    return Notice.objects.filter(account_id=account_id, read_at=None)[:99].count()


def ways_of(account_id: int) -> Mapping[str, Ways]:
    """Return by which ways an account hears each kind of news."""
    rows = Choice.objects.filter(account_id=account_id)
    chosen = {row.group: Ways(row.in_app, row.email, row.sms) for row in rows}
    return {group: chosen.get(group, ways) for group, ways in DEFAULTS.items()}


def always_in_app(group: str) -> bool:
    """Say whether this kind of news stands in the account whatever is chosen."""
    return group in ALWAYS_IN_APP


def letter(message_id: int) -> Letter:
    """Return a message in the language of its reader. Raises NotFound.

    It names the dossier by code and says where to read more; never what stands in it.
    """
    row = Message.objects.filter(pk=message_id).first()
    if row is None:
        raise NotFound
    with translation.override(row.language):
        words = sentence(row.kind, row.dossier_code)
        where = f"{settings.PUBLIC_URL}/tra-cuu"
        if row.channel == Channel.SMS:
            return Letter(row.channel, row.to, "", plain(f"{words} {where}"))
        body = f"{words}\n\n{gettext('Follow your dossier at:')} {where}\n"
        return Letter(row.channel, row.to, words, body)


def attempts(message_id: int) -> int:
    """Return how often sending a message was tried. Raises NotFound."""
    found = Message.objects.filter(pk=message_id).values_list("attempts", flat=True).first()
    if found is None:
        raise NotFound
    return found


def messages_about(dossier_code: str, *, limit: int = 30) -> tuple[MessageLine, ...]:
    """Return the e-mails and text messages about one dossier, the newest first."""
    return _lines(Message.objects.filter(dossier_code=dossier_code).order_by("-id")[:limit])


def deliveries(*, state: str = "", limit: int = MOST) -> tuple[MessageLine, ...]:
    """Return the newest messages of all, of one state only if it is given."""
    rows = Message.objects.filter(state=state) if state else Message.objects.all()
    return _lines(rows.order_by("-id")[:limit])


def counts(*, since: datetime) -> Mapping[tuple[str, str], int]:
    """Return how many messages stand where, by channel and state."""
    rows = Message.objects.filter(at__gte=since).values_list("channel", "state")
    return {(channel, state): n for channel, state, n in rows.annotate(n=Count("id")).order_by()}


def masked(to: str) -> str:
    """Return an address with its middle hidden: l***@example.vn, ***678."""
    name, at, host = to.partition("@")
    return f"{name[:1]}***@{host}" if at else f"***{to[-3:]}"


def _lines(rows: Sequence[Message]) -> tuple[MessageLine, ...]:
    return tuple(
        MessageLine(
            row.pk, row.channel, row.kind, row.dossier_code, masked(row.to), row.state,
            row.attempts, row.outcome, row.at, row.sent_at, row.delivered_at,
        )
        for row in rows
    )  # fmt: skip
