# SPDX-License-Identifier: Apache-2.0
"""People: accounts, the posts officials hold, sessions, tokens and the record of sign-ins.

Tables: Account, Holding, Delegation, Session, ApiToken, SignInRecord, UnknownName,
Business, Representation.
Emits: AccountLocked, CitizenRegistered, PostHeld, PostEnded, PostDelegated,
DelegationEnded, RepresentationGranted, RepresentationAccepted, RepresentationRevoked,
BusinessRegistered.
Readers: every face (who acts), dossiers and notices (who is behind an account).
"""
