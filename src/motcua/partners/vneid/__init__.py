# SPDX-License-Identifier: Apache-2.0
"""VNeID, the national e-ID; the gate speaks OpenID Connect with it, here stands its stand-in."""
