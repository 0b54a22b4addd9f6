# SPDX-License-Identifier: Apache-2.0
"""A procedure whose form asks for files, from the citizen's page to the returned result."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.models import Attachment
from motcua.domains.dossiers.queries import verification
from motcua.kit import clock
from motcua.kit.access import Actor
from motcua.kit.models import DataUse
from tests.domains.dossiers.conftest import Town, row
from tests.domains.dossiers.filing import publish_with_files
from tests.faces.desk.conftest import (  # noqa: F401
    Desks,
    desk_of,
    form,
    post,
    text,
)
from tests.faces.portal.conftest import (  # noqa: F401
    APPLICANT,
    Browser,
    empty_memory,
    files_apart,
    hidden,
    pdf,
    published,
    reference_rows,
    signed_in,
    small_data,
    town,
)
from tests.faces.portal.test_sent_files import carried, send


def submitted(citizen: Browser, town: Town) -> str:  # noqa: F811
    """Fill in the form with its files, look at them once more, submit."""
    citizen.start(town)
    citizen.fill("applicant", **APPLICANT)
    owner = {"owners.0.name": "Trần An", "owners.0.scan": pdf("an.pdf")}
    assert send(citizen, **{"house.plan": pdf("nhap.pdf")}, **owner).status_code == 303
    assert (
        send(citizen, **{"house.plan": pdf("so-do.pdf")}, **owner_again(citizen)).status_code == 303
    )
    last = citizen.get("/nop/xem-lai")
    assert "so-do.pdf" in text(last) and "nhap.pdf" not in text(last)
    answer = citizen.post("/nop/gui", hidden(last))
    assert answer.status_code == 303
    return str(answer["Location"]).rsplit("/", 1)[1]


def owner_again(citizen: Browser) -> dict[str, Any]:
    return {"owners.0.name": "Trần An"}


def act(desk: Client, code: str, verb: str, **fields: Any) -> None:
    answer = post(desk, code, verb, **form(desk, code, verb) | fields)
    assert answer.status_code == 303, text(answer)


def opened(desk: Client, code: str, label: str) -> bytes:
    """Open the file that answers a question on the page of the dossier."""
    found = re.search(
        rf'<dt>[^<]*{label}</dt><dd><a class="file-name" href="([^"]+)">',
        text(desk.get(f"/desk/{code}")),
    )
    assert found, label
    return b"".join(desk.get(found[1]).streaming_content)


def test_files_of_questions_go_all_the_way(town: Town, desk_of: Desks) -> None:  # noqa: F811
    publish_with_files(town)
    citizen = signed_in(town.citizen)
    desks = {actor: desk_of(actor) for actor in (town.counter, town.specialist, town.leader)}

    code = submitted(citizen, town)
    act(desks[town.counter], code, "receive")
    act(desks[town.counter], code, "advance", action="hand_over")
    assert opened(desks[town.specialist], code, "Sơ đồ vị trí").startswith(b"%PDF")
    asked(desks[town.specialist], code)
    completed(citizen, code)
    assert opened(desks[town.specialist], code, "Ảnh thẻ căn cước").startswith(b"%PDF")
    act(desks[town.specialist], code, "advance", action="propose")
    act(desks[town.leader], code, "advance", action="approve")
    file_result(code=code, at=clock.now())

    held = Attachment.objects.filter(dossier__code=code, replaced_at=None)
    assert sorted(held.values_list("component_code", "paper__file_name")) == [
        ("owner_card", "ro.pdf"), ("site_plan", "so-do.pdf"),
    ]  # fmt: skip
    assert row(code).status == 9
    assert [found for _, found in verification.differences()] == [[]]
    assert looks(town.specialist) >= 2


def asked(specialist: Client, code: str) -> None:
    """Ask for the picture in a row anew: the question of the rows is asked as a whole."""
    until = f"{clock.today() + timedelta(days=9):%d/%m/%Y}"
    wish = {"missing:field:owners": "Ảnh thẻ mờ", "why:field:owners": "Không đọc được số"}
    act(specialist, code, "ask_supplement", until_on=until, guide="", **wish)


def completed(citizen: Browser, code: str) -> None:
    fields: dict[str, Any] = carried(citizen.get(f"/ho-so/{code}/bo-sung"))
    fields["owners.0.scan"] = [*fields["owners.0.scan"], pdf("ro.pdf")]
    sent = fields | {"owners.0.name": "Trần An", "action": "send", "key": str(uuid4())}
    answer = citizen.post(f"/ho-so/{code}/bo-sung", sent)
    assert answer.status_code == 303, text(answer)


def looks(actor: Actor) -> int:
    """How often somebody of these posts opened a paper."""
    label = actor.posts[0].label
    return DataUse.objects.filter(post=label, page="desk/paper").count()
