# SPDX-License-Identifier: Apache-2.0
"""The payment platform of the national portal: what we ask of it, what it tells us, a stand-in.

Source: platform v1.0.6 as read from two public code bases (law.md, section 7.2).
"""
