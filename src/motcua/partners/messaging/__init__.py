# SPDX-License-Identifier: Apache-2.0
"""The gateway that carries e-mails and text messages; what it does is logged by the hub."""
