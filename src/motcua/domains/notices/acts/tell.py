# SPDX-License-Identifier: Apache-2.0
"""Tell people what happened, by the ways they chose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domains.notices.channels import DEFAULTS, Channel, Ways, group_of, send_at
from motcua.domains.notices.models import Choice, Message, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one person is to hear: in the account, by e-mail, by text message, or by none.

    `dossier_code` is the code the sentence names: of a dossier, or of an invitation to sign.
    """

    event_id: int
    kind: str
    dossier_code: str
    account_id: int | None
    email: str
    at: datetime
    phone: str = ""
    language: str = "vi"


Chosen = Mapping[tuple[int | None, str], Ways]


def tell(news: Sequence[News]) -> None:
    """Write in-app lines and messages to be sent; telling the same event again does nothing."""
    chosen = _chosen({one.account_id for one in news if one.account_id is not None})
    Notice.objects.bulk_create(
        [_notice(one) for one in news if one.account_id is not None and _ways(one, chosen).in_app],
        ignore_conflicts=True,
    )
    messages = [message for one in news for message in _messages(one, _ways(one, chosen))]
    Message.objects.bulk_create(messages, ignore_conflicts=True)


def _chosen(account_ids: set[int]) -> Chosen:
    rows = Choice.objects.filter(account_id__in=account_ids) if account_ids else ()
    return {(row.account_id, row.group): Ways(row.in_app, row.email, row.sms) for row in rows}


def _ways(news: News, chosen: Chosen) -> Ways:
    group = group_of(news.kind)
    return chosen.get((news.account_id, group), DEFAULTS[group])


def _notice(news: News) -> Notice:
    return Notice(
        account_id=news.account_id,
        event_id=news.event_id,
        kind=news.kind,
        dossier_code=news.dossier_code,
        at=news.at,
    )


def _messages(news: News, ways: Ways) -> Iterator[Message]:
    wanted = ((Channel.EMAIL, news.email, ways.email), (Channel.SMS, news.phone, ways.sms))
    for channel, to, is_wanted in wanted:
        if to and is_wanted:
            yield Message(
                event_id=news.event_id,
                channel=channel,
                account_id=news.account_id,
                to=to,
                kind=news.kind,
                dossier_code=news.dossier_code,
                language=news.language,
                at=news.at,
                send_at=send_at(channel, news.at),
            )
