"""Model fields for EDTF dates."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

from jumelage.vocabulary.edtf import Edtf

if TYPE_CHECKING:
    _CharField = models.CharField[Edtf | None, Edtf | None]
    _DateField = models.DateField[datetime.date | None, datetime.date | None]
else:
    _CharField, _DateField = models.CharField, models.DateField


class EdtfField(_CharField):
    """A date kept as EDTF text, empty where it is not known."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": 40, "blank": True, "default": None, **options})

    def from_db_value(self, value: str | None, *_: object) -> Edtf | None:
        return Edtf(value) if value else None

    def to_python(self, value: Edtf | str | None) -> Edtf | None:
        return Edtf(value) if isinstance(value, str) and value else value or None

    def get_prep_value(self, value: Edtf | str | None) -> str:
        return str(value) if value else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))


class BoundField(_DateField):
    """The first or last day that a date beside it may mean, to sort and filter by; null where it is open or not known.

    It follows by itself when the row is saved: `since_earliest` is the `earliest` of `since`.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"null": True, "editable": False, "db_index": True, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> datetime.date | None:  # noqa: ARG002
        date, _, bound = self.attname.rpartition("_")
        day: datetime.date | None = getattr(getattr(model_instance, date), bound, None)
        setattr(model_instance, self.attname, day)
        return day
