# SPDX-License-Identifier: Apache-2.0
"""A small real OpenID provider in place of VNeID, for demonstrations and tests only.

Standard library, PyJWT and Jinja2; no Django, no database. Everything but the key is in memory.
"""
