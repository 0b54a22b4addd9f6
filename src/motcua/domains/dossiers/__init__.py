# SPDX-License-Identifier: Apache-2.0
"""Dossiers: from a citizen's draft to a returned result.

Tables: Draft, Dossier, Attachment, SupplementRequest, Consultation, Rating, DayCounter,
Bundle, BundleRow, Handover, HandoverRow, Collection, Parcel.
Events: see `events`. Readers: desk, portal, board, api, quality.
The walk of a dossier is the listing of `acts/`. The audit chain `dossier:<code>` is the truth;
status, position and due dates on the row are caches that `motcua verify` re-derives.
Four eyes (`four_eyes`): nobody approves what the same person proposed, in whatever post.
"""
