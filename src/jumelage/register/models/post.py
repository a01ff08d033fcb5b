"""Offices that persons hold or held."""

from django.db import models

from jumelage.register.models.record import Details, DetailsQuerySet


class Post(Details):
    """Refers to the `person` and to the organisation or place it is an office `of`."""

    title = models.TextField()
    former = models.BooleanField(default=False)

    objects = DetailsQuerySet["Post"].as_manager()
