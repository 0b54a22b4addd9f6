# SPDX-License-Identifier: Apache-2.0
"""The citizens' door: OpenID Connect with VNeID (authorization code, PKCE S256, nonce).

django-allauth keeps the state, makes the PKCE pair and exchanges the code. What it leaves out is
here: the nonce, the signature of the ID token, short waits, and our own account and session.
"""
