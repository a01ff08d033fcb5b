"""Numbers that somebody claims."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Figure(Details):
    """So many of a `unit`, as the `claimant` says. Refers to the records it is `about`."""

    title = models.TextField()
    quantity = models.FloatField(null=True)
    unit = models.TextField(blank=True)
    date = EdtfField()
    date_earliest = BoundField()
    date_latest = BoundField()

    objects = DetailsQuerySet["Figure"].as_manager()
