# SPDX-License-Identifier: Apache-2.0
"""A stand-in for the messaging gateway: takes messages, sends none, returns delivery receipts.

Only for demonstrations. What it was given is shown on its own page, so that anybody can see what
would have gone out.
"""
