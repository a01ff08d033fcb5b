"""A model field for periods."""

from typing import TYPE_CHECKING, Any

from django.db import models

from jumelage.vocabulary.periods import Period

if TYPE_CHECKING:
    _CharField = models.CharField[Period | None, Period | None]
else:
    _CharField = models.CharField


class PeriodField(_CharField):
    """A period kept as ISO 8601 text, empty where it is not known."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max_length": 20, "blank": True, "default": None, **options})

    def from_db_value(self, value: str | None, *_: object) -> Period | None:
        return Period(value) if value else None

    def to_python(self, value: Period | str | None) -> Period | None:
        return Period(value) if isinstance(value, str) and value else value or None

    def get_prep_value(self, value: Period | str | None) -> str:
        return str(value) if value else ""

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))
