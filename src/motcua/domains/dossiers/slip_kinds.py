# SPDX-License-Identifier: Apache-2.0
"""The official forms: what each is called, numbered by and titled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class SlipKind(StrEnum):
    """A form; the values are the names of `motcua print`."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    EXTENSION = "extension"
    STOP = "stop"
    CONTROL = "control-slip"
    REGISTER = "register"
    FEE_RECEIPT = "fee-receipt"
    HANDOVER = "handover"
    RESULT_RECEIPT = "result-receipt"


@dataclass(frozen=True, slots=True)
class FormFacts:
    """`number` is the circular's ("" for our own forms), `symbol` stands behind a slip's number.

    `heading` is the title, line by line. Forms are in Vietnamese only; `english` is for lists.
    """

    number: str
    symbol: str
    heading: tuple[str, ...]
    english: str

    @property
    def title(self) -> str:
        """The title in one line."""
        return " ".join(self.heading)

    @property
    def titles(self) -> Mapping[str, str]:
        """What the form is called in lists, by language."""
        return {"vi": self.title, "en": self.english}


def _form(number: str, symbol: str, *heading: str, en: str) -> FormFacts:
    return FormFacts(number, symbol, heading, en)


# Numbers and names: Circular 03/2025/TT-VPCP, Annex I. TNHS and HDHS stood on the forms of
# Circular 01/2018; the other symbols are ours until the layouts of 2025 are seen.
FORMS: Mapping[SlipKind, FormFacts] = MappingProxyType(
    {
        SlipKind.RECEIPT: _form(
            "01",
            "TNHS",
            "Giấy tiếp nhận hồ sơ",
            "và hẹn trả kết quả",
            en="Receipt and appointment slip",
        ),
        SlipKind.SUPPLEMENT: _form(
            "02", "HDHS", "Phiếu yêu cầu bổ sung,", "hoàn thiện hồ sơ", en="Supplement request"
        ),
        SlipKind.REFUSAL: _form(
            "03", "TCHS", "Phiếu từ chối tiếp nhận,", "giải quyết hồ sơ", en="Refusal"
        ),
        SlipKind.EXTENSION: _form(
            "04",
            "XLHS",
            "Văn bản xin lỗi và đề nghị gia hạn",
            "thời gian giải quyết hồ sơ",
            en="Apology and extension",
        ),
        SlipKind.STOP: _form(
            "05", "DHS", "Thông báo dừng giải quyết hồ sơ", en="Notice that handling stopped"
        ),
        SlipKind.CONTROL: _form(
            "06", "KSHS", "Phiếu kiểm soát quá trình", "giải quyết hồ sơ", en="Control slip"
        ),
        SlipKind.REGISTER: _form("07", "", "Sổ theo dõi hồ sơ", en="Register of dossiers"),
        SlipKind.FEE_RECEIPT: _form("", "BLPT", "Biên lai thu phí, lệ phí", en="Fee receipt"),
        SlipKind.HANDOVER: _form("", "BGHS", "Danh sách bàn giao hồ sơ", en="Hand-over list"),
        SlipKind.RESULT_RECEIPT: _form("", "GNKQ", "Giấy giao nhận kết quả", en="Result receipt"),
    }
)
