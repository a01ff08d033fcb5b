"""What a side says it will do."""

from django.db import models

from jumelage.register.models.edtf_field import BoundField, EdtfField
from jumelage.register.models.record import Details, DetailsQuerySet


class Commitment(Details):
    """Refers to who undertakes it (`by`) and the other side (`towards`).

    `state` is what became of it, `answered` when that was.
    """

    action = models.TextField()
    due = EdtfField()
    due_earliest = BoundField()
    due_latest = BoundField()
    firmness = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20, blank=True)
    answered = EdtfField()
    answered_earliest = BoundField()
    answered_latest = BoundField()

    objects = DetailsQuerySet["Commitment"].as_manager()
