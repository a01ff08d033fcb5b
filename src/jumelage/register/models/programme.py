"""What runs between the sides, or was given."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Programme(Details):
    """Refers to its `parties`. The quantity is so many of a `unit`, `per` year or the like."""

    kind = models.CharField(max_length=30)
    since = EdtfField()
    since_earliest = BoundField()
    since_latest = BoundField()
    quantity = models.FloatField(null=True)
    unit = models.TextField(blank=True)
    per = models.TextField(blank=True)

    objects = DetailsQuerySet["Programme"].as_manager()
