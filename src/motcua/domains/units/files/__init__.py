# SPDX-License-Identifier: Apache-2.0
"""The files of `data/units` and `data/law` put into the tables of this domain.

Files add what is not there; they never undo what was changed through an act since.
"""
