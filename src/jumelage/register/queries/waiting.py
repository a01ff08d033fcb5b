"""What waits for an officer."""

from collections.abc import Mapping

from django.db.models import Count

from jumelage.register.models import SHOWN, Record, Standing


def waiting() -> Mapping[str, int]:
    """How many records of each kind nobody has looked at yet."""
    proposed = Record.objects.filter(standing=Standing.PROPOSED).order_by()
    return dict(proposed.values_list("kind").annotate(number=Count("pk")))


def disputed() -> int:
    """On how many records sources contradict each other, and no officer has chosen."""
    return Record.objects.filter(disputed=True, standing__in=SHOWN).count()
