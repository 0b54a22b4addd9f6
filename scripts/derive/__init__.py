# SPDX-License-Identifier: Apache-2.0
"""One module per group of derived files; each has `derive(shared, out)` -> rows by file name."""
