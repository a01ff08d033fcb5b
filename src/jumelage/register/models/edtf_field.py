"""A model field for EDTF dates."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from jumelage.vocabulary.edtf import Edtf

if TYPE_CHECKING:
    _Base = models.CharField[Edtf | str | None, Edtf | None]
else:
    _Base = models.CharField


class _WithBounds(DeferredAttribute):
    """Keeps the sortable bounds beside the date in step with it."""

    def __set__(self, instance: models.Model, value: Edtf | str | None) -> None:
        date = Edtf(value) if isinstance(value, str) and value else value or None
        instance.__dict__[self.field.attname] = date
        for bound in ("earliest", "latest"):
            if (name := f"{self.field.attname}_{bound}") in self.bounds_of(instance):
                instance.__dict__[name] = getattr(date, bound) if date else None

    @staticmethod
    def bounds_of(instance: models.Model) -> set[str]:
        return {f.attname for f in instance._meta.concrete_fields}


class EdtfField(_Base):
    """A date kept as EDTF text, empty where it is not known.

    A model that sorts or filters by `since` declares `since_earliest` and `since_latest` (date fields, null where
    open) as well; they follow by themselves when `since` is set.
    """

    descriptor_class = _WithBounds

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": 40, "blank": True, "default": "", **options})

    def from_db_value(self, value: str | None, *_: object) -> Edtf | None:
        return Edtf(value) if value else None

    def to_python(self, value: Edtf | str | None) -> Edtf | None:
        return Edtf(value) if isinstance(value, str) and value else value or None

    def get_prep_value(self, value: Edtf | str | None) -> str:
        return str(value) if value else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))


def bound() -> "models.DateField[Any, Any]":
    """The column of one bound of a date."""
    return models.DateField(null=True, editable=False, db_index=True)
