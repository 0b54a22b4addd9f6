# SPDX-License-Identifier: Apache-2.0
"""What citizens do with their e-ID: sign in through VNeID's stand-in, and sign together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from motcua.faces.cli.walking.browser import Browser
from motcua.faces.cli.walking.pages import Page
from motcua.kit.refusal import Refusal
from motcua.rules.words import N_

INVITATION = re.compile(r"/ky/([A-Z0-9]{8})")


def sign_in(browser: Browser, personal_id: str, passcode: str) -> None:
    """Sign in as one invented citizen, by the pages that everybody goes through."""
    page = browser.get("/vao/cong-dan")
    to_vneid = page.form_to("/vneid")
    if to_vneid is None:
        raise page.stuck("/vao/cong-dan")
    question = browser.send(page, to_vneid, {})
    form = question.form_to("/authorize")
    if form is None:
        raise question.stuck("/vao/cong-dan/vneid")
    told = {"personal_id": [personal_id], "passcode": [passcode]}
    entered = browser.send(question, form, told, button=("action", "confirm"))
    if entered.status != 200 or entered.form_to("/authorize") is not None:
        raise Refusal(N_("The citizen %(number)s was not let in."), number=personal_id)


def sign_together(browser: Browser, page: Page, signers: Sequence[str], passcode: str) -> Page:
    """Invite everybody whom the last check names; each confirms. Return the check again."""
    for _ in signers:
        invite = page.form_to("/nop/moi-ky")
        if invite is None:
            break
        page = browser.send(page, invite, {})
        if page.status != 200:
            raise page.stuck("/nop/moi-ky")
    invitations = dict.fromkeys(INVITATION.findall(page.text))
    for signer in signers:
        person = Browser(browser.address)
        sign_in(person, signer, passcode)
        for invitation in invitations:
            _confirm(person, invitation)
    return browser.get("/nop/xem-lai")


def _confirm(person: Browser, invitation: str) -> None:
    """Confirm an invitation; one that is for somebody else shows no form."""
    page = person.get(f"/ky/{invitation}")
    form = page.form_to(f"/ky/{invitation}")
    if form is None:
        return
    confirmed = person.send(page, form, {}, button=("answer", "confirm"))
    if confirmed.status != 200:
        raise confirmed.stuck(f"/ky/{invitation}")
