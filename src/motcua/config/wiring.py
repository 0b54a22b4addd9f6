# SPDX-License-Identifier: Apache-2.0
"""The only table of who hears which event, and of what `motcua up` sets up before it serves.

Entries are dotted paths (`module:function`), so that reading the table loads nothing.
"""

from __future__ import annotations

# Each step is idempotent, keeps a fingerprint of its input and returns quickly when nothing is new.
SETUP: tuple[str, ...] = ()
