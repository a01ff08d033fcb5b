"""Texts that were signed, or are yet to be."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Agreement(Details):
    """Refers to `parties`, `signatories` and where it was `signed_at`. May have topics."""

    kind = models.CharField(max_length=30)
    signed = EdtfField()
    signed_earliest = BoundField()
    signed_latest = BoundField()
    renewal = models.BooleanField(default=False)
    planned = models.BooleanField(default=False)

    objects = DetailsQuerySet["Agreement"].as_manager()
