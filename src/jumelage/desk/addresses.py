"""Where each thing of the register is found on the desk."""

from types import MappingProxyType

from django.urls import reverse

from jumelage.register.models import Passage

SLUGS = MappingProxyType(
    {
        "twinning": "twinnings",
        "agreement": "agreements",
        "visit": "visits",
        "event": "events",
        "programme": "programmes",
        "commitment": "commitments",
        "honour": "honours",
        "cost": "costs",
        "figure": "figures",
        "post": "posts",
        "place": "places",
        "organisation": "organisations",
        "person": "people",
    }
)
"""What stands in the address for each kind of record."""

PART = 5_000
"""Characters of a document's text that one page shows."""


def record_address(kind: str, record: int) -> str:
    return reverse("desk:record", args=(SLUGS[kind], record))


def list_address(kind: str) -> str:
    return reverse("desk:list", args=(SLUGS[kind],))


def passage_address(passage: Passage) -> str:
    """The place of a passage on the page of its document, in the part where it starts."""
    part = passage.start // PART + 1
    page = reverse("desk:document", args=(passage.document_id,))
    return f"{page}?part={part}#p{passage.pk}" if part > 1 else f"{page}#p{passage.pk}"
