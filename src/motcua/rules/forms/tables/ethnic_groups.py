# SPDX-License-Identifier: Apache-2.0
"""The 54 peoples of Vietnam by their two-digit code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NAMES = """
Kinh
Tày
Thái
Hoa
Khmer
Mường
Nùng
Mông
Dao
Gia Rai
Ngái
Ê Đê
Ba Na
Xơ Đăng
Sán Chay
Cơ Ho
Chăm
Sán Dìu
Hrê
Mnông
Ra Glai
Xtiêng
Bru - Vân Kiều
Thổ
Giáy
Cơ Tu
Giẻ Triêng
Mạ
Khơ Mú
Co
Tà Ôi
Chơ Ro
Kháng
Xinh Mun
Hà Nhì
Chu Ru
Lào
La Chí
La Ha
Phù Lá
La Hủ
Lự
Lô Lô
Chứt
Mảng
Pà Thẻn
Cờ Lao
Cống
Bố Y
Si La
Pu Péo
Brâu
Ơ Đu
Rơ Măm
"""

ETHNIC_GROUPS: Mapping[str, str] = MappingProxyType(
    {f"{number:02}": name for number, name in enumerate(_NAMES.strip().split("\n"), start=1)}
)
"""Code -> name, in the order of the official list. Source: 121-TCTK/PPCĐ (1979)."""
