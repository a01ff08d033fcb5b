"""Texts that were signed, or are yet to be."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.period_field import PeriodField
from jumelage.register.models.record import Details, DetailsQuerySet


class Agreement(Details):
    """Refers to `parties`, `signatories`, `witnesses` and where it was `signed_at`. May have topics.

    It runs from `effective`, or else from its signing, for a `term`, `until` a day, or `unlimited`; then each time for
    `tacit` more unless `notice` is given that long before the end of the term that runs.
    """

    kind = models.CharField(max_length=30)
    signed = EdtfField()
    signed_earliest = BoundField()
    signed_latest = BoundField()
    renewal = models.BooleanField(default=False)
    planned = models.BooleanField(default=False)
    effective = EdtfField()
    effective_earliest = BoundField()
    effective_latest = BoundField()
    term = PeriodField()
    until = EdtfField()
    until_earliest = BoundField()
    until_latest = BoundField()
    unlimited = models.BooleanField(default=False)
    tacit = PeriodField()
    notice = PeriodField()
    basis = models.TextField(blank=True)
    told_council = EdtfField()
    told_council_earliest = BoundField()
    told_council_latest = BoundField()
    told_ministry = EdtfField()
    told_ministry_earliest = BoundField()
    told_ministry_latest = BoundField()
    told_public = EdtfField()
    told_public_earliest = BoundField()
    told_public_latest = BoundField()

    objects = DetailsQuerySet["Agreement"].as_manager()
