# SPDX-License-Identifier: Apache-2.0
"""The kinds of answers a form can ask for, by the name a procedure file gives them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from motcua.rules.forms.kinds.accounts import BankAccount, TaxCode
from motcua.rules.forms.kinds.choices import Choice, ManyChoices
from motcua.rules.forms.kinds.contact import Email, Phone
from motcua.rules.forms.kinds.dates import Date, FutureDate, PastDate
from motcua.rules.forms.kinds.groups import Group
from motcua.rules.forms.kinds.identity import OldId, Passport, PersonalId
from motcua.rules.forms.kinds.kind import Kind
from motcua.rules.forms.kinds.listed import Country, EthnicGroup, Nationality
from motcua.rules.forms.kinds.moments import Time, Year
from motcua.rules.forms.kinds.numbers import Integer, Measure, Money
from motcua.rules.forms.kinds.places import Address, Commune, Province
from motcua.rules.forms.kinds.plain import Line, Lines, PersonName, Street
from motcua.rules.forms.kinds.records import File, RegisterValue
from motcua.rules.forms.kinds.statements import Statement
from motcua.rules.forms.kinds.ticks import Checkbox, YesNo

_ALL: tuple[type[Kind], ...] = (
    Line,
    Lines,
    PersonName,
    PersonalId,
    OldId,
    Passport,
    TaxCode,
    BankAccount,
    Phone,
    Email,
    Date,
    PastDate,
    FutureDate,
    Time,
    Year,
    Integer,
    Measure,
    Money,
    Choice,
    ManyChoices,
    YesNo,
    Checkbox,
    Country,
    Nationality,
    EthnicGroup,
    Province,
    Commune,
    Street,
    Address,
    File,
    RegisterValue,
    Group,
    Statement,
)

KINDS: Mapping[str, type[Kind]] = MappingProxyType({kind.name: kind for kind in _ALL})
