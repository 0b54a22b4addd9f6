# SPDX-License-Identifier: Apache-2.0
"""Tables of the dossiers domain."""

from motcua.domains.dossiers.models.alert import Alert, AlertLevel
from motcua.domains.dossiers.models.assignment import Assignment
from motcua.domains.dossiers.models.attachment import Attachment
from motcua.domains.dossiers.models.batch import BatchRow, BatchRun
from motcua.domains.dossiers.models.bundle import Bundle, BundleRow
from motcua.domains.dossiers.models.co_signature import CoSignature
from motcua.domains.dossiers.models.collection import Collection, Parcel
from motcua.domains.dossiers.models.consultation import Consultation
from motcua.domains.dossiers.models.day_counter import DayCounter
from motcua.domains.dossiers.models.dossier import Dossier
from motcua.domains.dossiers.models.draft import Draft
from motcua.domains.dossiers.models.handover import Handover, HandoverRow
from motcua.domains.dossiers.models.linkage import Linkage, LinkedPart
from motcua.domains.dossiers.models.name_word import NameWord
from motcua.domains.dossiers.models.paper_first import PaperFirst
from motcua.domains.dossiers.models.rating import Rating
from motcua.domains.dossiers.models.redating import Redating
from motcua.domains.dossiers.models.second_request import SecondRequest
from motcua.domains.dossiers.models.slip import Slip, SlipCounter
from motcua.domains.dossiers.models.supplement import SupplementRequest

__all__ = [
    "Alert",
    "AlertLevel",
    "Assignment",
    "Attachment",
    "BatchRow",
    "BatchRun",
    "Bundle",
    "BundleRow",
    "CoSignature",
    "Collection",
    "Consultation",
    "DayCounter",
    "Dossier",
    "Draft",
    "Handover",
    "HandoverRow",
    "Linkage",
    "LinkedPart",
    "NameWord",
    "PaperFirst",
    "Parcel",
    "Rating",
    "Redating",
    "SecondRequest",
    "Slip",
    "SlipCounter",
    "SupplementRequest",
]
