"""Say that what matching took for the same is the same indeed."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.utils import timezone

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Judgement, LogEntry, Verb, Verdict


def uphold(officer: User, judgements: Iterable[Judgement], *, reason: str = "") -> LogEntry:
    """The officer's judgements stand in the place of matching's; what is shown stays as it is.

    Raises `NothingToSay` where none of them is matching's any more.
    """
    with acting(officer, Verb.MERGE, reason) as entry:
        asked = Judgement.objects.filter(pk__in=[judgement.pk for judgement in judgements])
        standing = list(asked.filter(verdict=Verdict.SAME, entry=None, withdrawn_at=None))
        if not standing:
            raise NothingToSay("Somebody has looked at that already.")
        Judgement.objects.filter(pk__in=[judgement.pk for judgement in standing]).update(
            withdrawn_at=timezone.now(), withdrawn_by=entry
        )
        Judgement.objects.bulk_create(
            Judgement(
                left_id=judgement.left_id,
                right_id=judgement.right_id,
                verdict=Verdict.SAME,
                because=judgement.because,
                entry=entry,
            )
            for judgement in standing
        )
    return entry
