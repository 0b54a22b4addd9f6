# SPDX-License-Identifier: Apache-2.0
"""The tables and acts of the province, ranked in storeys; a storey sees only lower ones."""
