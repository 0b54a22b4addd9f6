# SPDX-License-Identifier: Apache-2.0
"""E-mails become messages of every channel with receipts; people choose their ways."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CHANNELS = [("email", "Email"), ("sms", "Sms")]
GROUPS = [
    ("received", "Received"), ("moved", "Moved"), ("asked", "Asked"), ("late", "Late"),
    ("result", "Result"), ("ended", "Ended"), ("others", "Others"),
]  # fmt: skip
STATES = [
    ("waiting", "Waiting"), ("posted", "Posted"), ("sent", "Sent"), ("delivered", "Delivered"),
    ("failed", "Failed"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_notices_emails"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameModel("Email", "Message"),
        migrations.RemoveIndex("message", "email_waiting"),
        migrations.AlterField("message", "event_id", models.BigIntegerField()),
        migrations.AddField(
            "message", "channel", models.CharField(choices=CHANNELS, default="email", max_length=5)
        ),
        migrations.AddField(
            "message",
            "account",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "message",
            "state",
            models.CharField(choices=STATES, default="waiting", max_length=9),
        ),
        migrations.AddField("message", "send_at", models.DateTimeField(null=True)),
        migrations.AddField("message", "delivered_at", models.DateTimeField(null=True)),
        migrations.AddField("message", "reference", models.CharField(blank=True, max_length=60)),
        migrations.AddField("message", "outcome", models.CharField(blank=True, max_length=40)),
        migrations.AddConstraint(
            "message",
            models.UniqueConstraint(
                fields=["event_id", "channel", "to"], name="message_once_per_event"
            ),
        ),
        migrations.AddIndex(
            "message",
            models.Index(
                fields=["id"], name="message_waiting", condition=models.Q(state="waiting")
            ),
        ),
        migrations.AddIndex(
            "message", models.Index(fields=["dossier_code", "-id"], name="message_about")
        ),
        migrations.AddIndex("message", models.Index(fields=["state", "-id"], name="message_state")),
        migrations.CreateModel(
            "Choice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", models.CharField(choices=GROUPS, max_length=10)),
                ("in_app", models.BooleanField()),
                ("email", models.BooleanField()),
                ("sms", models.BooleanField()),
                ("chosen_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["account", "group"], name="one_choice_per_kind"
                    )
                ]
            },
        ),
    ]
