# SPDX-License-Identifier: Apache-2.0
"""Which body of the province a name of an agency, a field or a ministry stands for.

Source: names of agencies in the national catalogue; `provincial_counterpart` of its fields;
fields of work in the list of agencies of Bắc Ninh. The assignments of ministries are ours.
"""

from __future__ import annotations

import re

COMMUNE, PROVINCE, NATIONAL = "commune", "province", "national"

LOCAL_WORDS = tuple(
    (re.compile(pattern), agency)
    for pattern, agency in (
        (r"sở xây dựng|sở giao thông|sở quy hoạch", "BN-SXD"),
        (r"sở tư pháp|trung tâm trợ giúp pháp lý", "BN-STP"),
        (r"sở tài chính|sở kế hoạch", "BN-STC"),
        (r"sở nông nghiệp|sở tài nguyên|văn phòng đăng ký đất đai", "BN-SNNMT"),
        (r"chi cục (kiểm lâm|thủy sản|chăn nuôi|thủy lợi)|hạt kiểm lâm", "BN-SNNMT"),
        (r"(thủy sản|thú y|đất đai) cấp tỉnh", "BN-SNNMT"),
        (r"môi trường thuộc ủy ban nhân dân cấp tỉnh", "BN-SNNMT"),
        (r"sở vhtt|sở văn hóa|sở du lịch", "BN-SVHTTDL"),
        (r"sở y tế|y tế thuộc ủy ban nhân dân cấp tỉnh", "BN-SYT"),
        (r"sở nội vụ|sở lao động", "BN-SNV"),
        (r"sở giáo dục", "BN-SGDDT"),
        (r"sở khoa học|sở thông tin", "BN-SKHCN"),
        (r"sở công thương", "BN-SCT"),
        (r"sở dân tộc", "BN-SDTTG"),
        (r"sở ngoại vụ|văn phòng (ủy ban nhân dân|ubnd) (cấp )?tỉnh", "BN-VP"),
        (r"thanh tra (cấp )?tỉnh", "BN-TTr"),
        (r"ban quản lý (các )?khu (công nghiệp|kinh tế|chế xuất)|^ban quản lý$", "BN-BQLKCN"),
    )
)
COMMUNE_WORDS = re.compile(
    r"(ủy ban nhân dân|ubnd) (cấp )?(xã|phường)|ở cấp xã|cơ quan quản lý đất đai cấp xã"
)
PROVINCE_WORDS = re.compile(
    r"(ủy ban nhân dân|ubnd) (cấp )?tỉnh|cơ quan chuyên môn|cơ quan chức năng|ở cấp tỉnh"
)
NATIONAL_WORDS = re.compile(
    r"^bộ |^cục |cảng vụ|chi cục (hàng hải|đường thủy|đăng kiểm)|ủy ban chứng khoán|tổng cục|^vụ "
)
BRANCH_WORDS = tuple(
    (re.compile(pattern), branch)
    for pattern, branch in (
        (r"công an|cảnh sát|xuất nhập cảnh", "police"),
        (r"hải quan", "customs"),
        (r"kho bạc", "treasury"),
        (r"ngân hàng nhà nước", "state_bank"),
        (r"bảo hiểm xã hội", "social_insurance"),
        (r"quân khu|bộ chỉ huy quân sự", "military"),
        (r"\bthuế\b", "tax"),
    )
)

BRANCH_UNITS = {"police": "BN-CA", "tax": "BN-THUE", "customs": "BN-HQ"}
BRANCH_OF_MINISTRY = {
    "Bộ Công an": "police",
    "Ngân hàng Nhà nước Việt Nam": "state_bank",
    "Tòa án nhân dân": "court",
}
BRANCH_OF_FIELD = {
    "Hải quan": "customs",
    "Thuế": "tax",
    "Kho bạc Nhà nước": "treasury",
    "Dự trữ": "state_reserve",
    "Chứng khoán": "securities",
    "Thi hành án dân sự": "judgment_enforcement",
    "Thực hiện chính sách BHXH": "social_insurance",
    "Thực hiện chính sách BHYT": "social_insurance",
    "Chi trả các chế độ BHXH": "social_insurance",
    "Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN": "social_insurance",
    "Cấp sổ BHXH, thẻ BHYT": "social_insurance",
}
MINISTRIES = {
    "Bộ Tài chính": "BN-STC",
    "Bộ Nông nghiệp và Môi trường": "BN-SNNMT",
    "Bộ Xây dựng": "BN-SXD",
    "Bộ Tư pháp": "BN-STP",
    "Bộ Giáo dục và Đào tạo": "BN-SGDDT",
    "Bộ Văn hóa, Thể thao và Du lịch": "BN-SVHTTDL",
    "Bộ Nội vụ": "BN-SNV",
    "Bộ Khoa học và Công nghệ": "BN-SKHCN",
    "Bộ Y tế": "BN-SYT",
    "Bộ Công Thương": "BN-SCT",
    "Bộ Dân tộc và Tôn giáo": "BN-SDTTG",
    "Thanh tra Chính phủ": "BN-TTr",
    "Bộ Ngoại giao": "BN-VP",
}
FIELDS = {
    "Quản lý nhà nước về khu công nghiệp, khu kinh tế": "BN-BQLKCN",
    "Nông nghiệp": "BN-SNNMT",
    "Di sản văn hóa": "BN-SVHTTDL",
    "Văn hóa": "BN-SVHTTDL",
    "Lĩnh vực khác": "BN-SKHCN",
    "Hỗ trợ doanh nghiệp nhỏ và vừa": "BN-STC",
    "Đầu tư tại Việt Nam": "BN-STC",
}
RELIGION = "tôn giáo"
NAME_WORDS = (
    (RELIGION, "BN-SDTTG"),
    ("phí bảo vệ môi trường", "BN-SNNMT"),
    ("phát điện", "BN-SCT"),
    ("tổ hợp tác", "BN-STC"),
    ("chi nhánh, văn phòng đại diện ở nước ngoài", "BN-STC"),
)


def agency_named(text: str) -> str:
    """Return the agency of the province that this text names, or an empty text."""
    return next((agency for words, agency in LOCAL_WORDS if words.search(text.lower())), "")


def branch_named(text: str) -> str:
    """Return the vertical branch that this text names, or an empty text."""
    return next((branch for words, branch in BRANCH_WORDS if words.search(text.lower())), "")


def place_named(text: str) -> str:
    """Return whether this text names a commune's, the province's or a national body, if any."""
    lower = text.lower()
    for words, place in (
        (COMMUNE_WORDS, COMMUNE),
        (PROVINCE_WORDS, PROVINCE),
        (NATIONAL_WORDS, NATIONAL),
    ):
        if words.search(lower):
            return place
    return ""


def branch_of(name: str, field: str, ministry: str) -> str:
    """Return the vertical branch that runs a procedure, by its field or else its ministry."""
    if RELIGION in name.lower():
        return ""
    return BRANCH_OF_FIELD.get(field) or BRANCH_OF_MINISTRY.get(ministry, "")


def department_of(name: str, field: str, ministry: str) -> str:
    """Return the department that a name, a field or a ministry points to, or an empty text."""
    for word, agency in NAME_WORDS:
        if word in name.lower():
            return agency
    return FIELDS.get(field) or MINISTRIES.get(ministry, "")
