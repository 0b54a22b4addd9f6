# SPDX-License-Identifier: Apache-2.0
"""The gate: signing in and out, sessions, and who a request comes from."""
