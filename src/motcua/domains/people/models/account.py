# SPDX-License-Identifier: Apache-2.0
"""Accounts: one person or one system each."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from motcua.kit.access import ActorKind


class AccountKind(models.TextChoices):
    """In what capacity the owner of an account acts."""

    OFFICIAL = ActorKind.OFFICIAL.value
    CITIZEN = ActorKind.CITIZEN.value
    CLIENT = ActorKind.CLIENT.value
    SYSTEM = ActorKind.SYSTEM.value
    BUSINESS = "business"  # owns dossiers; its representatives act


class AccountSource(models.TextChoices):
    """Whether a real person stands behind the row."""

    REAL = "real"
    SYNTHETIC = "synthetic"


class Sex(models.TextChoices):
    """As it stands in the population database."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class Account(AbstractBaseUser):
    """An account; what its owner may do comes from posts, never from groups or flags.

    `sign_in_name` is folded (no marks, small letters). `code` is what logs and addresses show.
    `identity_level` is the level of the e-ID at the last sign-in, 0 where there is none.
    """

    password = models.CharField(max_length=128)
    kind = models.CharField(max_length=10, choices=AccountKind)
    code = models.CharField(max_length=20, unique=True)
    sign_in_name = models.CharField(max_length=120, unique=True)
    full_name = models.CharField(max_length=200)
    email = models.EmailField(max_length=200, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    personal_id = models.CharField(max_length=12, blank=True)
    birth_on = models.DateField(null=True)
    sex = models.CharField(max_length=10, choices=Sex, default=Sex.UNKNOWN)
    address = models.CharField(max_length=300, blank=True)
    identity_level = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)
    failed_attempts = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    password_set_at = models.DateTimeField(null=True)
    source = models.CharField(max_length=10, choices=AccountSource, default=AccountSource.REAL)
    created_at = models.DateTimeField()

    last_login = None
    USERNAME_FIELD = "sign_in_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = BaseUserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "personal_id"],
                condition=~models.Q(personal_id=""),
                name="account_one_per_person",
            ),
            models.UniqueConstraint(
                fields=["kind", "email"],
                condition=models.Q(kind="official") & ~models.Q(email=""),
                name="account_one_per_official_email",
            ),
            models.CheckConstraint(
                condition=models.Q(identity_level__lte=2), name="account_identity_level"
            ),
        ]
