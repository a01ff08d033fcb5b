"""What was paid."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Cost(Details):
    """So much of a `currency` (ISO 4217). Refers to the `payer` and to the records it is `about`."""

    title = models.TextField()
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    currency = models.TextField(blank=True)
    date = EdtfField()
    date_earliest = BoundField()
    date_latest = BoundField()

    objects = DetailsQuerySet["Cost"].as_manager()
