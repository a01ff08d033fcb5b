"""Journeys of one side to the other."""

from jumelage.register.models.edtf_field import EdtfField, bound
from jumelage.register.models.record import Details, DetailsQuerySet


class Visit(Details):
    """Refers to `visitors`, `hosts`, `head`, `participants` and `stops`."""

    start = EdtfField()
    start_earliest = bound()
    start_latest = bound()
    end = EdtfField()
    end_earliest = bound()
    end_latest = bound()

    objects = DetailsQuerySet["Visit"].as_manager()
