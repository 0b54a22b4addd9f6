# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from datetime import timedelta
from uuid import uuid4

from django.test import Client

from motcua.domains.dossiers.acts.file_result import file_result
from motcua.domains.dossiers.queries import verification
from motcua.domains.units import queries as units
from motcua.kit import clock
from tests.domains.dossiers.conftest import Town
from tests.faces.api.conftest import System, submission, submitted
from tests.files import PDF


def act(system: System, code: str, verb: str, **body: object) -> int:
    answer = system.post(f"/dossiers/{code}/{verb}", body)
    assert answer.status_code == 200, answer.content
    return int(answer.json()["status"])


def decided(office: System, head: System, town: Town) -> tuple[str, str]:
    new = submitted(office, town)
    code = new["dossier"]
    act(office, code, "receive")
    for action in ("hand_over", "propose"):
        act(office, code, "advance", action=action)
    act(head, code, "advance", action="approve")
    return code, new["secret"]


def test_a_result_goes_by_post_with_its_number_or_to_somebody_with_proof(
    office: System, head: System, town: Town
) -> None:
    (first, _), (second, _) = decided(office, head, town), decided(office, head, town)
    centre = units.agency(town.centre_id).code
    for code in (first, second):
        office.post(f"/dossiers/{code}/take_cash", {"unit": centre, "amount_vnd": 75_000})
        file_result(code=code, at=clock.now())
    son = {"name": "Nguyễn Văn Con", "id_number": "027190000009", "relation": "con"}

    unnumbered = office.post(f"/dossiers/{first}/return_result", {"to": "post"})
    unproved = office.post(
        f"/dossiers/{second}/return_result",
        {"to": "counter", "collector": {**son, "statement": ""}},
    )

    assert (unnumbered.status_code, unproved.status_code) == (422, 422)
    assert act(office, first, "return_result", to="post", tracking_number="EB123456789VN") == 10
    proved = {**son, "statement": "Mẹ tôi ốm"}
    assert act(office, second, "return_result", to="counter", collector=proved) == 10


def test_a_dossier_goes_from_submission_to_the_rated_result(
    office: System, head: System, town: Town
) -> None:
    code, secret = decided(office, head, town)
    centre = units.agency(town.centre_id).code

    paid = office.post(f"/dossiers/{code}/take_cash", {"unit": centre, "amount_vnd": 75_000})
    file_result(code=code, at=clock.now())
    assert act(office, code, "return_result", to="counter") == 10
    voted = office.post(f"/dossiers/{code}/rate", {"stars": 5}, Dossier_Secret=secret)
    result = office.get(f"/dossiers/{code}/result", Dossier_Secret=secret)

    card = office.get(f"/dossiers/{code}").json()
    assert (paid.status_code, voted.status_code, result.status_code) == (200, 200, 200)
    assert (card["status"], card["stars"], card["source"]) == (10, 5, "synthetic")
    assert card["bill"]["state"] == "paid"
    assert b"".join(result.streaming_content).startswith(b"%PDF")
    assert [found for _, found in verification.differences()] == [[]]


def test_the_history_names_posts_and_moments_of_vietnam(
    office: System, head: System, town: Town
) -> None:
    code, _ = decided(office, head, town)

    acts = office.get(f"/dossiers/{code}/history").json()

    assert [one["action"] for one in acts] == [
        "submit", "receive", "hand_over", "propose", "approve",
    ]  # fmt: skip
    assert acts[1]["post"].startswith("counter@")
    assert acts[1]["at"].endswith("+07:00")


def test_the_inbox_shows_what_lies_before_the_posts(office: System, town: Town) -> None:
    codes = {submitted(office, town)["dossier"] for _ in range(3)}

    first = office.get("/inbox", {"limit": 2}).json()
    rest = office.get("/inbox", {"limit": 2, "after": first["next"]}).json()

    assert {line["code"] for line in [*first["items"], *rest["items"]]} == codes
    assert rest["next"] is None


def test_units_are_consulted_and_answer(office: System, town: Town) -> None:
    code = submitted(office, town)["dossier"]
    act(office, code, "receive")
    act(office, code, "advance", action="hand_over")
    other = units.agency(town.other_ids[0]).code

    act(office, code, "consult", units=[other], question="Có ý kiến gì?", within="2wd")
    early = office.post(f"/dossiers/{code}/advance", {"action": "propose"})
    answer = {"unit": other, "agrees": True, "answer": "Đồng ý"}
    foreign = office.post(f"/dossiers/{code}/answer_consultation", answer)

    asked = office.get(f"/dossiers/{code}").json()["consultations"]
    assert (early.status_code, foreign.status_code) == (409, 403)
    assert early.json()["type"] == "urn:motcua:still-consulting"
    assert [one["unit"] for one in asked] == [other]


def test_the_applicant_completes_by_the_secret(
    office: System, stranger: System, town: Town
) -> None:
    new = submitted(stranger, town)
    code, until = new["dossier"], clock.today() + timedelta(days=5)
    wish = {"target": "field:house.floors", "missing": "Số tầng", "reason": ""}
    act(office, code, "ask_supplement", items=[wish], until_on=until.isoformat(), guide="")

    given = {"answers": {"house": {"floors": 2}}}
    refused = stranger.post(f"/dossiers/{code}/resume", given)
    taken = stranger.post(f"/dossiers/{code}/resume", given, Dossier_Secret=new["secret"])

    card = stranger.get(f"/dossiers/{code}", Dossier_Secret=new["secret"]).json()
    assert (refused.status_code, taken.status_code) == (404, 200)
    assert card["answers"]["house"] == {"floors": 2}
    assert card["supplements"][0]["completed_at"]


def test_a_dossier_is_extended_stopped_refused_and_withdrawn(office: System, town: Town) -> None:
    codes = [submitted(office, town)["dossier"] for _ in range(3)]
    refused = act(office, codes[0], "refuse", reason="Không thuộc thẩm quyền")
    withdrawn = act(office, codes[1], "withdraw", reason="")
    act(office, codes[2], "receive")
    act(office, codes[2], "advance", action="hand_over")
    due = office.get(f"/dossiers/{codes[2]}").json()["due_at"]

    wrong = office.post(f"/dossiers/{codes[2]}/extend", {"to": due, "reason": "Xin lỗi"})
    stopped = act(office, codes[2], "stop", reason="Có quyết định của tòa án")

    assert wrong.json()["type"] == "urn:motcua:new-date-wrong"
    assert (refused, withdrawn, stopped) == (3, 7, 8)


def lay_down(system: System, name: str = "ban ve.pdf", body: bytes = PDF, key: str = "") -> object:
    headers = system.headers({"Idempotency-Key": key or str(uuid4())})
    from_memory = io.BytesIO(body)
    from_memory.name = name
    return Client().post("/api/v1/papers", {"file": from_memory}, headers=headers)


def test_a_paper_is_laid_down_once_and_lies_in_the_dossier(office: System, town: Town) -> None:
    key = str(uuid4())
    one, again = (lay_down(office, key=key).json()["paper"] for _ in range(2))

    given = [{"component": "drawing", "paper": one}]
    code = submitted(office, town, presented=[], papers=given)["dossier"]

    (line,) = office.get(f"/dossiers/{code}").json()["papers"]
    fetched = office.get(f"/dossiers/{code}/papers/{line['code']}")
    assert one.rpartition(":")[0].partition(":")[0] == again.partition(":")[0]
    assert (line["component"], line["media_type"]) == ("drawing", "application/pdf")
    assert b"".join(fetched.streaming_content) == PDF


def test_a_file_that_lies_about_its_type_is_refused(office: System) -> None:
    answer = lay_down(office, body=b"<html><script>1</script></html>")

    assert answer.status_code in (415, 422)
    assert answer["Content-Type"] == "application/problem+json"


def test_the_paper_of_another_client_is_not_taken(
    office: System, stranger: System, town: Town
) -> None:
    paper = lay_down(office).json()["paper"]

    given = [{"component": "drawing", "paper": paper}]
    foreign = stranger.post("/dossiers", submission(town, presented=[], papers=given))
    forged = stranger.post("/dossiers", submission(town, papers=[given[0] | {"paper": "1:x:y"}]))

    assert {foreign.json()["type"], forged.json()["type"]} == {"urn:motcua:unknown-paper"}
