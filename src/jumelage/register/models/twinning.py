"""Standing relationships of two places, or of two like organisations."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Twinning(Details):
    """Refers to its two `parties`; where it falls `within` another twinning, to that one's parties. May have topics.

    `dormant` is since when it sleeps by decision of a side.
    """

    kind = models.CharField(max_length=20)
    since = EdtfField()
    since_earliest = BoundField()
    since_latest = BoundField()
    until = EdtfField()
    until_earliest = BoundField()
    until_latest = BoundField()
    dormant = EdtfField()
    dormant_earliest = BoundField()
    dormant_latest = BoundField()

    objects = DetailsQuerySet["Twinning"].as_manager()
