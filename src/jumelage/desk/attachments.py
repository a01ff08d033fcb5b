"""The scans and texts of an agreement, as its page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jumelage.agreements.models import Attachment, Form
from jumelage.desk.locales import language_in_words

LANGUAGES = ("zh", "nl", "en", "fr", "de", "ja", "es", "it", "pt", "ru", "pl", "und")
"""The languages that a paper may be in; `und` where it is another, or several."""

FORM: MappingProxyType[str, str | Promise] = MappingProxyType(
    {Form.SCAN: _("scan of the original"), Form.TEXT: _("text"), Form.TRANSLATION: _("translation")}
)


@dataclass(frozen=True, slots=True)
class File:
    attachment: Attachment
    form: str
    language: str


@dataclass(frozen=True, slots=True)
class Files:
    """What is there, and what a new one may be."""

    there: Sequence[File]
    forms: Sequence[tuple[str, str]]
    languages: Sequence[tuple[str, str]]


def files_of(record: int) -> Files:
    there = Attachment.objects.filter(record=record, detached=None).select_related("attached__officer")
    return Files(
        there=[File(one, str(FORM[one.form]), language_in_words(one.language)) for one in there],
        forms=[(value, str(word)) for value, word in FORM.items()],
        languages=[(tag, language_in_words(tag)) for tag in LANGUAGES],
    )
