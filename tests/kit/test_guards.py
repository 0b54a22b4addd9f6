# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from motcua.kit import guards
from motcua.kit.access import GUEST, Actor, ActorKind, NotPermitted, Post, Role

COUNTER = Actor("cb-1", "An", ActorKind.OFFICIAL, 1, (Post(5, "H05.1", "counter"),))
CITIZEN = Actor("cd-1", "Bình", ActorKind.CITIZEN, 2)
CLIENT = Actor("mk-1", "iGate", ActorKind.CLIENT, 3, (Post(5, "H05.1", "counter"),))


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("đã mở")


GUARDS = {
    "citizen": guards.citizen_required(page),
    "official": guards.official_required(page),
    "signed-in": guards.signed_in_required(page),
    "counter": guards.role_required(Role.COUNTER, Role.CLERK)(page),
    "leader": guards.role_required(Role.LEADER)(page),
}


def ask(rf: RequestFactory, guard: str, actor: Actor, **headers: str) -> HttpResponse:
    request = rf.get("/trang?so=1", headers=headers)
    request.actor = actor
    return GUARDS[guard](request)


@pytest.mark.parametrize(
    ("guard", "admitted"),
    [
        ("citizen", [CITIZEN]),
        ("official", [COUNTER]),
        ("signed-in", [COUNTER, CITIZEN]),
        ("counter", [COUNTER]),
        ("leader", []),
    ],
)
def test_each_guard_admits_only_whom_it_names(
    rf: RequestFactory, guard: str, admitted: list[Actor]
) -> None:
    for actor in (COUNTER, CITIZEN, CLIENT):
        if actor in admitted:
            assert ask(rf, guard, actor).content.decode() == "đã mở"
        else:
            with pytest.raises(NotPermitted):
                ask(rf, guard, actor)


def test_a_guest_is_sent_to_the_right_door_and_back_here_afterwards(rf: RequestFactory) -> None:
    official, citizen = ask(rf, "leader", GUEST), ask(rf, "citizen", GUEST)

    assert official["Location"] == "/vao/can-bo?next=%2Ftrang%3Fso%3D1"
    assert citizen["Location"] == "/vao/cong-dan?next=%2Ftrang%3Fso%3D1"


def test_a_form_sent_by_a_guest_leads_back_to_its_own_page(rf: RequestFactory) -> None:
    request = rf.post("/gui", headers={"Referer": "http://testserver/trang?so=1"})
    request.actor = GUEST

    assert GUARDS["official"](request)["Location"] == "/vao/can-bo?next=%2Ftrang%3Fso%3D1"


def test_a_referrer_of_another_site_is_not_led_back_to(rf: RequestFactory) -> None:
    request = rf.post("/gui", headers={"Referer": "https://elsewhere.invalid/x"})
    request.actor = GUEST

    assert GUARDS["official"](request)["Location"] == "/vao/can-bo?next=%2F"


def test_htmx_is_told_to_leave_the_page_and_scripts_that_nobody_is_signed_in(
    rf: RequestFactory,
) -> None:
    htmx = ask(rf, "official", GUEST, **{"HX-Request": "true", "Sec-Fetch-Dest": "empty"})
    script = ask(rf, "official", GUEST, **{"Sec-Fetch-Dest": "empty"})

    assert htmx["HX-Redirect"].startswith("/vao/can-bo")
    assert script.status_code == 401


def test_a_guarded_view_says_by_what() -> None:
    assert guards.public(page).gate == "public"
    assert GUARDS["counter"].gate == "role:clerk,counter"
