"""Titles, medals and certificates given."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Honour(Details):
    """Refers to the `recipient` and to who gave it (`by`)."""

    title = models.TextField()
    date = EdtfField()
    date_earliest = BoundField()
    date_latest = BoundField()

    objects = DetailsQuerySet["Honour"].as_manager()
