"""Journeys of one side to the other."""

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Visit(Details):
    """Refers to `visitors`, `hosts`, `head`, `participants` and `stops`."""

    start = EdtfField()
    start_earliest = BoundField()
    start_latest = BoundField()
    end = EdtfField()
    end_earliest = BoundField()
    end_latest = BoundField()

    objects = DetailsQuerySet["Visit"].as_manager()
