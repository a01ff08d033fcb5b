"""Calendar feeds, and what was last told in each."""

import hashlib
import secrets
from typing import Self

from django.conf import settings
from django.db import models


class FeedQuerySet(models.QuerySet["Feed"]):
    def at(self, secret: str) -> Self:
        """The feed whose address holds the secret, unless it was revoked."""
        return self.filter(fingerprint=fingerprint_of(secret), revoked_at=None)


class Feed(models.Model):
    """A calendar that a program may read at a secret address: all of the agenda, or that of one twinning.

    Only the fingerprint of the secret is kept, so that nobody can read the address from the register.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds")
    twinning = models.ForeignKey("register.Record", models.CASCADE, null=True, related_name="feeds")
    language = models.CharField(max_length=20)
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"feed {self.pk} of {self.officer}"


class Told(models.Model):
    """What a feed last said of one item, so that calendars learn when it has changed or gone."""

    feed = models.ForeignKey(Feed, models.CASCADE, related_name="told")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    summary = models.TextField()
    start = models.DateField()
    gone = models.BooleanField(default=False)

    class Meta:
        ordering = ("feed", "pk")
        constraints = (models.UniqueConstraint("feed", "key", name="one_row_an_item_of_a_feed"),)

    def __str__(self) -> str:
        return self.summary


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def fingerprint_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
