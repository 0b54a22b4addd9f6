# SPDX-License-Identifier: Apache-2.0
"""What the interface says about money that comes in parts."""

from __future__ import annotations

from motcua.domains.payments.acts.settle_payment import settle_payment
from motcua.domains.payments.acts.start_payment import start_payment
from motcua.domains.units import queries as units
from motcua.kit import clock
from tests.builders import by
from tests.domains.dossiers.conftest import Town
from tests.domains.payments.conftest import heard
from tests.domains.payments.two_accounts import owing_two
from tests.faces.api.conftest import System


def test_a_bill_for_two_accounts_is_told_payment_by_payment(office: System, town: Town) -> None:
    code = owing_two(town)
    at = clock.now()
    reference = start_payment(
        actor=town.citizen, at=at, key=by(town.citizen, at).key, dossier_code=code,
        payer_name="Lan",
    )  # fmt: skip
    settle_payment(heard=heard(reference, amount_vnd=45_000), at=at)

    half = office.get(f"/dossiers/{code}").json()["bill"]
    sent = {"unit": units.agency(town.centre_id).code, "amount_vnd": half["due_vnd"]}
    taken = office.post(f"/dossiers/{code}/take_cash", sent).json()
    bill = office.get(f"/dossiers/{code}").json()["bill"]

    assert (half["state"], half["due_vnd"], half["receipt_number"]) == ("due", 30_000, None)
    assert [one["amount_vnd"] for one in half["receipts"]] == [45_000]
    assert (bill["state"], bill["due_vnd"]) == ("paid", 0)
    assert [one["method"] for one in bill["receipts"]] == ["online", "cash"]
    assert bill["receipts"][1]["number"] == taken["receipt"]
    assert bill["receipt_number"].endswith(f", {taken['receipt']}")
