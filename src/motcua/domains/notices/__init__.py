# SPDX-License-Identifier: Apache-2.0
"""Notices: what people are told, in the application and by e-mail.

Tables: Notice, Email. Events: none. Readers: portal, desk.
"""
