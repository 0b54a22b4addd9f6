# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django.fixtures import Settings as DjangoSettings

from motcua.faces.gate.origins import device_label, origin_of

AGENTS = [
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
     "coc_coc_browser/120.0 Chrome/114.0 Safari/537.36", "CocCoc, Windows"),
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
     "Edge, Windows"),
    ("Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/130.0 Mobile "
     "Safari/537.36", "Chrome, Android"),
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 "
     "Mobile/15E148 Safari/604.1", "Safari, iPhone"),
    ("curl/8.0", ""),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("agent", "label"), AGENTS)
def test_devices_have_a_short_name(agent: str, label: str) -> None:
    assert device_label(agent) == label


def test_without_a_proxy_the_peer_counts_and_what_it_claims_does_not(rf: RequestFactory) -> None:
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": "1.2.3.4"})

    assert origin_of(request).ip == "10.0.0.1"


@pytest.mark.parametrize(
    ("stated", "ip", "port"),
    [
        ("1.2.3.4", "1.2.3.4", None),
        ("6.6.6.6, 1.2.3.4:5678", "1.2.3.4", 5678),
        ("[2001:db8::1]:443", "2001:db8::1", 443),
        ("2001:db8::1", "2001:db8::1", None),
        ("<script>", None, None),
        ("", None, None),
    ],
)
def test_behind_our_proxy_the_address_it_added_last_counts(
    rf: RequestFactory, settings: DjangoSettings, stated: str, ip: str | None, port: int | None
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    request = rf.get("/", headers={"X-Forwarded-For": stated})

    origin = origin_of(request)

    assert (origin.ip, origin.port) == (ip, port)
