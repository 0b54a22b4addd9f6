# SPDX-License-Identifier: Apache-2.0
"""The portal's pages for petitions, for people who are stuck, and of support points."""
