# SPDX-License-Identifier: Apache-2.0
"""What statuses and the usual actions are called, as English sentences to be translated."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from motcua.rules.words import N_
from motcua.rules.workflow.kinds import Status

STATUS_TITLES: Final[Mapping[Status, str]] = MappingProxyType(
    {
        Status.SUBMITTED: N_("Newly submitted"),
        Status.RECEIVED: N_("Received"),
        Status.REFUSED: N_("Not received"),
        Status.PROCESSING: N_("Being processed"),
        Status.SUPPLEMENT: N_("Supplement requested"),
        Status.PAYMENT: N_("Payment requested"),
        Status.WITHDRAWN: N_("Withdrawn by the citizen"),
        Status.STOPPED: N_("Processing stopped"),
        Status.COMPLETED: N_("Processing completed"),
        Status.RETURNED: N_("Result returned"),
    }
)
"""The names of the national list (law.md 2.1)."""

ACTION_TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "receive": N_("Receive"),
        "hand_over": N_("Hand over for processing"),
        "assign": N_("Assign"),
        "pass_on": N_("Pass on"),
        "propose": N_("Propose the result"),
        "agree": N_("Agree and pass on"),
        "approve": N_("Approve"),
        "return_back": N_("Send back"),
        "issue": N_("Number and issue"),
        "request_payment": N_("Request payment"),
        "paid": N_("Paid"),
        "complete": N_("Complete"),
        "return_result": N_("Return the result"),
        "consult": N_("Consult another unit"),
        "ask_supplement": N_("Ask for a supplement"),
        "resume": N_("Supplement received"),
        "refuse": N_("Refuse"),
        "stop": N_("Stop processing"),
        "withdraw": N_("Withdraw"),
    }
)
"""The actions of the templates and the built-in ones; an authored action may be another."""
