# SPDX-License-Identifier: Apache-2.0
"""Django's PostgreSQL back end with a health check that costs no statement."""
