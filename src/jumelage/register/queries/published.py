"""What everybody may see."""

from collections.abc import Iterable

from django.db.models import QuerySet

from jumelage.register.models import SHOWN, Publication, Record


def published() -> QuerySet[Publication]:
    """The publications that stand, of records that are shown; the latest first."""
    standing = Publication.objects.filter(
        withdrawn_by=None, record__standing__in=SHOWN, record__merged_into=None
    ).select_related("record", "entry")
    return standing.order_by("-entry", "-pk")


def public_entities(entities: Iterable[int]) -> set[int]:
    """Those of the entities whose names everybody may read: places, and whoever was published."""
    named = Record.objects.filter(pk__in=set(entities), standing__in=SHOWN)
    places = named.filter(kind="place").values_list("pk", flat=True)
    return {*places, *published().filter(record__in=named).values_list("record", flat=True)}
