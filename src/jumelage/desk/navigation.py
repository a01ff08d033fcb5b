"""What every page shows around its own matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext as _

from jumelage.desk.addresses import SLUGS, list_address
from jumelage.desk.words import KINDS
from jumelage.register.actions import may_write


@dataclass(frozen=True, slots=True)
class Entry:
    name: str | Promise
    address: str
    here: bool


@dataclass(frozen=True, slots=True)
class Section:
    heading: str | Promise
    entries: Sequence[Entry]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the menu, the languages, what was searched for, whether who looks may write."""
    menu = [
        Section(heading, [Entry(name, address, _within(request.path, address)) for name, address in entries])
        for heading, entries in _menu()
    ]
    return {
        "menu": menu,
        "languages": settings.LANGUAGES,
        "words_asked": request.GET.get("q", ""),
        "may_write": SimpleLazyObject(lambda: isinstance(request.user, User) and may_write(request.user)),
    }


def _menu() -> Iterable[tuple[str, Sequence[tuple[str | Promise, str]]]]:
    """The sections of the menu in their order, each with its pages and their addresses."""
    work = (
        (_("Home"), "desk:home"),
        (_("Review"), "desk:review-home"),
        (_("Agenda"), "desk:agenda"),
        (_("In force"), "desk:in-force"),
        (_("Is it alive?"), "desk:vitality"),
        (_("Promises"), "desk:promises"),
        (_("Spent and achieved"), "desk:spending"),
    )
    yield _("Work"), [(name, reverse(page)) for name, page in work]
    pictures = (
        (_("Map"), "desk:map"),
        (_("Timeline"), "desk:timeline"),
        (_("Network"), "desk:network"),
        (_("In numbers"), "desk:numbers"),
    )
    yield _("Pictures"), [(name, reverse(page)) for name, page in pictures]
    kinds = [(KINDS[kind], list_address(kind)) for kind in SLUGS]
    yield _("Register"), [*kinds, (KINDS["document"], reverse("desk:documents"))]


def _within(path: str, address: str) -> bool:
    return path == address or (address != reverse("desk:home") and path.startswith(address))
