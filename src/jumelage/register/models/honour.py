"""Titles, medals and certificates given."""

from django.db import models

from jumelage.register.models.edtf_field import EdtfField, bound
from jumelage.register.models.record import Details, DetailsQuerySet


class Honour(Details):
    """Refers to the `recipient` and to who gave it (`by`)."""

    title = models.TextField()
    date = EdtfField()
    date_earliest = bound()
    date_latest = bound()

    objects = DetailsQuerySet["Honour"].as_manager()
