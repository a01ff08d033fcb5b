"""Gatherings named, at a place and a time."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Event(Details):
    """Refers to its `place`, `organisers` and `participants`."""

    kind = models.CharField(max_length=30)
    title = models.TextField(blank=True)
    start = EdtfField()
    start_earliest = BoundField()
    start_latest = BoundField()
    end = EdtfField()
    end_earliest = BoundField()
    end_latest = BoundField()
    online = models.BooleanField(default=False)

    objects = DetailsQuerySet["Event"].as_manager()
