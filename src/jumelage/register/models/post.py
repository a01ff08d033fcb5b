"""Offices that persons hold or held."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Post(Details):
    """Refers to the `person` and to the organisation or place it is an office `of`."""

    title = models.TextField()
    former = models.BooleanField(default=False)
    since = EdtfField()
    since_earliest = BoundField()
    since_latest = BoundField()
    until = EdtfField()
    until_earliest = BoundField()
    until_latest = BoundField()

    objects = DetailsQuerySet["Post"].as_manager()
