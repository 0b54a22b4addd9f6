# SPDX-License-Identifier: Apache-2.0
"""Which function fills which form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from motcua.domains.dossiers.slip_kinds import FORMS, SlipKind
from motcua.domains.dossiers.slips import (
    control,
    extension,
    fee_receipt,
    handover,
    receipt,
    refusal,
    result_receipt,
    stop,
    supplement,
)
from motcua.domains.dossiers.slips.occasion import Occasion
from motcua.domains.dossiers.slips.sheet import Values

FILLED_BY: Mapping[SlipKind, Callable[[Occasion], Values]] = MappingProxyType(
    {
        SlipKind.RECEIPT: receipt.values,
        SlipKind.SUPPLEMENT: supplement.values,
        SlipKind.REFUSAL: refusal.values,
        SlipKind.EXTENSION: extension.values,
        SlipKind.STOP: stop.values,
        SlipKind.CONTROL: control.values,
        SlipKind.FEE_RECEIPT: fee_receipt.values,
        SlipKind.HANDOVER: handover.values,
        SlipKind.RESULT_RECEIPT: result_receipt.values,
    }
)


def filled(occasion: Occasion) -> Values:
    """Return the values of the occasion's form, not yet numbered."""
    return FILLED_BY[occasion.kind](occasion)


def number_words(kind: SlipKind, ordinal: int) -> str:
    """Return a number as papers bear it: `05/TNHS`; below 10 with a zero (Decree 30/2020)."""
    return f"{ordinal:02d}/{FORMS[kind].symbol}"
