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
    told_council = EdtfField()
    told_council_earliest = BoundField()
    told_council_latest = BoundField()
    told_ministry = EdtfField()
    told_ministry_earliest = BoundField()
    told_ministry_latest = BoundField()
    told_public = EdtfField()
    told_public_earliest = BoundField()
    told_public_latest = BoundField()

    objects = DetailsQuerySet["Visit"].as_manager()
