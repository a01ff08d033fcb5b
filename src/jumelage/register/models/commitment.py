"""What a side says it will do."""

from django.db import models

from jumelage.register.models.edtf_field import EdtfField, bound
from jumelage.register.models.record import Details, DetailsQuerySet


class Commitment(Details):
    """Refers to who undertakes it (`by`) and the other side (`towards`)."""

    action = models.TextField()
    due = EdtfField()
    due_earliest = bound()
    due_latest = bound()

    objects = DetailsQuerySet["Commitment"].as_manager()
