# SPDX-License-Identifier: Apache-2.0
"""Every answer carries the security headers; nothing inline and nothing foreign may run."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from pytest_django.fixtures import Settings

from motcua.kit.headers import SecurityHeaders, content_security_policy


def answered(response: HttpResponse, targets: tuple[str, ...] = ()) -> HttpResponse:
    with override_settings(CSP_FORM_TARGETS=targets):
        return SecurityHeaders(lambda request: response)(RequestFactory().get("/"))


def test_nothing_but_our_own_files_may_run() -> None:
    policy = answered(HttpResponse()).headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert "unsafe" not in policy and "*" not in policy


def test_a_form_may_lead_to_the_sign_in_provider_only() -> None:
    policy = content_security_policy(("https://vneid.example",))

    assert policy.endswith("form-action 'self' https://vneid.example")


def test_a_policy_of_the_view_itself_wins() -> None:
    own = HttpResponse(headers={"Content-Security-Policy": "sandbox"})

    assert answered(own).headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("name", ["X-Frame-Options", "Permissions-Policy"])
def test_the_other_headers_are_set_too(name: str) -> None:
    assert name in answered(HttpResponse()).headers


def test_the_middleware_stands_in_the_chain(settings: Settings) -> None:
    assert "motcua.kit.headers.SecurityHeaders" in settings.MIDDLEWARE
