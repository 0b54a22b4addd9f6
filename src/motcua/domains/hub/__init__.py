# SPDX-License-Identifier: Apache-2.0
"""The hub: every call to or from an outside system, logged, repeated and watched.

It stores what was called and how it went, never what was said: an adapter writes its message anew
from the domain's tables each time. Tables: Exchange, ExchangeTry, Breaker. Events: none.
Readers: payments, payment_gateway, desk.
"""
