# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.domains.hub import patience, queries
from motcua.domains.hub.acts.call import call
from motcua.domains.hub.acts.send import send
from motcua.kit.posting import PartnerFault
from tests.builders import vn

AT = vn("2026-07-03 10:00")
pytestmark = pytest.mark.django_db


class Partner:
    """Answers with what it is told to, and counts the calls."""

    def __init__(self, *answers: str | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, *, subject: str, correlation_id: UUID, at: datetime) -> str:
        self.asked.append(subject)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def sent(subject: str = "REF-1") -> UUID:
    return send(partner="bank", operation="pay", subject=subject, at=AT)


def attempt(correlation_id: UUID, partner: Partner, at: datetime = AT) -> bool:
    return call(correlation_id=correlation_id, adapters={"bank.pay": partner}, at=at)


def down() -> PartnerFault:
    return PartnerFault("http_500", again=True)


def only() -> queries.ExchangeLine:
    (line,) = queries.exchanges()
    return line


def test_an_exchange_that_works_is_done_at_once() -> None:
    partner = Partner("paid")

    assert attempt(sent(), partner)

    assert (only().state, only().outcome, only().attempts) == ("done", "paid", 1)
    assert partner.asked == ["REF-1"]


def test_what_is_done_is_not_done_twice() -> None:
    partner, exchange = Partner("paid"), sent()

    attempt(exchange, partner)
    assert not attempt(exchange, partner, AT + timedelta(days=1))

    assert len(partner.asked) == 1


def test_a_failure_is_repeated_later_and_later(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        partner, exchange = Partner(down(), down(), "paid"), sent()

        attempt(exchange, partner)
        first = only().next_at
        assert not attempt(exchange, partner, AT + timedelta(milliseconds=500))
        attempt(exchange, partner, first)
        second = only().next_at
        assert attempt(exchange, partner, second)

    assert timedelta(seconds=2) <= first - AT < timedelta(seconds=3)
    assert timedelta(seconds=4) <= second - first < timedelta(seconds=5)
    assert [line.outcome for line in queries.tries(exchange)] == ["http_500", "http_500", "paid"]
    assert ProcrastinateJob.objects.filter(task_name="hub.call").count() == 3


def test_an_error_of_the_adapter_is_a_failed_attempt_named_by_its_kind() -> None:
    attempt(sent(), Partner(ValueError("Nguyễn Văn Minh 027092990201")))

    assert (only().state, only().outcome) == ("waiting", "ValueError")


def test_patience_ends_and_the_exchange_waits_for_a_person() -> None:
    partner, exchange, at = Partner(down()), sent(), AT
    while only().state == "waiting":
        at = only().next_at
        attempt(exchange, partner, at)

    assert only().state == "dead"
    assert len(partner.asked) == patience.ATTEMPTS
    assert not attempt(exchange, partner, at + timedelta(days=1))


def test_a_refusal_with_reasons_is_not_repeated() -> None:
    attempt(sent(), Partner(PartnerFault("unknown_partner", again=False)))

    assert (only().state, only().outcome) == ("dead", "unknown_partner")
    assert queries.partners()[0].failures == 0


def test_after_five_failures_nobody_is_called_until_one_call_has_worked() -> None:
    broken, whole = Partner(down()), Partner("paid")
    for number in range(patience.FAILURES_BEFORE_OPEN):
        attempt(sent(f"REF-{number}"), broken)
    late, later = sent("LATE"), sent("LATER")

    assert not attempt(late, whole, AT + timedelta(seconds=5))
    assert whole.asked == []

    opens = queries.partners()[0].open_until
    assert attempt(late, whole, opens)
    assert attempt(later, whole, opens)
    assert queries.partners()[0].open_until is None


def test_while_one_call_looks_whether_the_partner_is_back_the_others_wait() -> None:
    broken = Partner(down())
    for number in range(patience.FAILURES_BEFORE_OPEN):
        attempt(sent(f"REF-{number}"), broken)
    opens = queries.partners()[0].open_until
    others = sent("LATER")

    class Probing(Partner):
        def __call__(self, *, subject: str, correlation_id: UUID, at: datetime) -> str:
            assert not attempt(others, self, at)
            return super().__call__(subject=subject, correlation_id=correlation_id, at=at)

    probe = Probing("paid")
    assert attempt(sent("PROBE"), probe, opens)
    assert probe.asked == ["PROBE"]


def test_a_worker_that_died_during_a_call_is_replaced_after_the_lease() -> None:
    exchange = sent()

    class Killed(Partner):
        def __call__(self, *, subject: str, correlation_id: UUID, at: datetime) -> str:
            raise SystemExit

    with pytest.raises(SystemExit):
        attempt(exchange, Killed("paid"))

    assert only().state == "calling"
    assert not attempt(exchange, Partner("paid"), AT + timedelta(seconds=30))
    assert queries.overdue(AT + patience.LEASE + timedelta(seconds=1)) == (exchange,)
    assert attempt(exchange, Partner("paid"), AT + patience.LEASE)


def test_an_unknown_operation_is_a_failed_attempt() -> None:
    call(correlation_id=sent(), adapters={}, at=AT)

    assert only().outcome == "KeyError"
