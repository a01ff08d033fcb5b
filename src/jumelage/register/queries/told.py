"""Of what most is told."""

from django.db.models import Count

from jumelage.register.models import SHOWN, Telling


def most_told(kind: str, most: int) -> list[int]:
    """The shown records of a kind that most tellings are of, the most told first."""
    tellings = Telling.objects.filter(record__kind=kind, record__standing__in=SHOWN)
    counted = tellings.order_by().values("record").annotate(told=Count("pk"))
    return list(counted.order_by("-told", "record").values_list("record", flat=True)[:most])
