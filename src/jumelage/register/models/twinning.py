"""Standing relationships of two places, or of two like organisations."""

from django.db import models

from jumelage.register.models.edtf_field import EdtfField, bound
from jumelage.register.models.record import Details, DetailsQuerySet


class Twinning(Details):
    """Refers to its two `parties`; where it falls `within` another twinning, to that one's parties. May have topics."""

    kind = models.CharField(max_length=20)
    since = EdtfField()
    since_earliest = bound()
    since_latest = bound()
    until = EdtfField()
    until_earliest = bound()
    until_latest = bound()

    objects = DetailsQuerySet["Twinning"].as_manager()
