# SPDX-License-Identifier: Apache-2.0
"""Finding procedures in the words of citizens, in memory: two thousand titles, a millisecond each.

Nothing here touches the database.
"""
