"""What every page shows around its own matter."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from jumelage.desk.addresses import SLUGS, list_address
from jumelage.desk.words import KINDS


@dataclass(frozen=True, slots=True)
class Entry:
    name: str | Promise
    address: str
    here: bool


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the entries of the menu, the languages of the interface, what was searched for."""
    addresses = [(KINDS[kind], list_address(kind)) for kind in SLUGS]
    addresses.append((KINDS["document"], reverse("desk:documents")))
    entries = [Entry(name, address, request.path.startswith(address)) for name, address in addresses]
    return {"menu": entries, "languages": settings.LANGUAGES, "words_asked": request.GET.get("q", "")}
