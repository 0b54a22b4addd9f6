# SPDX-License-Identifier: Apache-2.0
"""What a counter does for citizens who come in person: signatures, consents, businesses."""
