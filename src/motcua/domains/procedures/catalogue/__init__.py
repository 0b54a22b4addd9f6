# SPDX-License-Identifier: Apache-2.0
"""The files of `data/catalogue` and `data/procedures`: what there is to publish, and for whom.

Nothing here touches the database.
"""
