# SPDX-License-Identifier: Apache-2.0
"""Notices: what people are told in the application, by e-mail and by text message, as they choose.

Tables: Notice, Message, Choice. Events: none. Readers: portal, desk, messaging.
"""
