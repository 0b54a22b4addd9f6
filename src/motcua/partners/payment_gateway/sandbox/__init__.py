# SPDX-License-Identifier: Apache-2.0
"""A small real payment platform for demonstrations and tests only; everything is in memory.

It keeps what it needs of the national platform's manners: hashed messages, a page to pay on, a
callback of its own accord, answers to questions, and faults that can be switched on.
"""
