# SPDX-License-Identifier: Apache-2.0
"""What people see of the queue: wall screen, ticket machine, their number, appointments."""
