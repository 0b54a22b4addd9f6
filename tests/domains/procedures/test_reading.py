# SPDX-License-Identifier: Apache-2.0
"""The time limits of a procedure file: the law's, the province's, and those of each channel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from motcua.domains.procedures.reading import ConfigError, terms
from motcua.rules.fees import Channel

DIRECT, ONLINE, POSTAL = Channel
BEFORE, SINCE = date(2026, 6, 30), date(2026, 7, 1)
SHORTER = {"online": "20wd", "postal": "30wd", "direct": "30wd"}


def limit(committed: str | None = None, own: Mapping[str, str] | None = None) -> dict[str, Any]:
    stated = {"legal": "30wd", "committed": committed, "committed_from": "2026-07-01"}
    return {"limit": {**stated, "legal_by_channel": own or SHORTER}}


@pytest.mark.parametrize(
    ("committed", "channel", "on", "by_law", "promised"),
    [
        # law.md 2.6, rule 5: the limit of 1.003867, 20 working days online, 30 otherwise
        (None, ONLINE, SINCE, "20wd", "20wd"),
        (None, DIRECT, SINCE, "30wd", "30wd"),
        (None, POSTAL, SINCE, "30wd", "30wd"),
        # the promise as generated, equal to the longest: the shorter law governs
        ("30wd", ONLINE, SINCE, "20wd", "20wd"),
        ("30wd", DIRECT, SINCE, "30wd", "30wd"),
        # a promise between both
        ("25wd", ONLINE, SINCE, "20wd", "20wd"),
        ("25wd", DIRECT, SINCE, "30wd", "25wd"),
        # a promise shorter than any, from its day on
        ("10wd", ONLINE, SINCE, "20wd", "10wd"),
        ("10wd", ONLINE, BEFORE, "20wd", "20wd"),
        ("10wd", DIRECT, BEFORE, "30wd", "30wd"),
        ("20wd", ONLINE, SINCE, "20wd", "20wd"),
    ],
)
def test_the_limit_of_a_channel_on_a_day(
    committed: str | None, channel: Channel, on: date, by_law: str, promised: str
) -> None:
    own = terms(limit(committed)).of(channel)

    assert (str(own.legal), str(own.on(on))) == (by_law, promised)


def test_a_channel_that_is_not_named_has_the_longest() -> None:
    stated = terms(limit(own={"online": "20wd"}))

    assert stated.of(POSTAL) is stated


def test_what_versions_from_before_said_of_channels_does_not_govern() -> None:
    stated = terms({"limit": {"legal": "30wd", "committed": "30wd", "by_channel": SHORTER}})

    assert str(stated.of(ONLINE).legal) == "30wd"


@pytest.mark.parametrize(
    ("committed", "channel", "on", "minutes"),
    [
        (None, ONLINE, SINCE, 320),
        (None, DIRECT, SINCE, 480),
        ("25wd", ONLINE, SINCE, 384),
        ("25wd", ONLINE, BEFORE, 320),
        ("10wd", ONLINE, SINCE, 480),
    ],
)
def test_a_step_of_a_day_takes_its_share_of_a_shorter_limit(
    committed: str | None, channel: Channel, on: date, minutes: int
) -> None:
    assert terms(limit(committed)).share(480, channel, on) == minutes
    assert terms(limit(committed)).share(None, channel, on) is None


@pytest.mark.parametrize("own", [["online"], {"web": "20wd"}, {"online": "31wd"}, {"online": "2m"}])
def test_limits_of_channels_that_cannot_be_are_refused(own: Any) -> None:
    with pytest.raises(ConfigError):
        terms(limit(own=own))
