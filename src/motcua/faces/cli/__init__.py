# SPDX-License-Identifier: Apache-2.0
"""The terminal: the console script `motcua`, one file a command.

A command module has NAME, `register(subparsers)` and `run(options) -> int`, and stands in the
table of `commands`. It is imported only when it is called.
"""
