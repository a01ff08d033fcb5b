"""Say that what was judged, or may be, the same is not."""

from django.contrib.auth.models import User
from django.utils import timezone

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Judgement, LogEntry, Verb, Verdict
from jumelage.register.regrouping import regroup


def separate(officer: User, judgement: Judgement, *, reason: str = "") -> LogEntry:
    """Takes a judgement of sameness back, an officer's or matching's, or answers a doubt with no.

    The two tellings are not the same from now on, and are never suggested again; what only this judgement held together
    is two records. Raises `NothingToSay` where it has been taken back already.
    """
    with acting(officer, Verb.SEPARATE, reason) as entry:
        judgement = Judgement.objects.select_related("left", "right").get(pk=judgement.pk)
        if judgement.withdrawn_at or judgement.verdict == Verdict.DIFFERENT:
            raise NothingToSay("They are not judged the same any more.")
        judgement.withdrawn_at, judgement.withdrawn_by = timezone.now(), entry
        judgement.save(update_fields=["withdrawn_at", "withdrawn_by"])
        Judgement.objects.create(
            left=judgement.left,
            right=judgement.right,
            verdict=Verdict.DIFFERENT,
            because=reason or f"{officer} says so",
            entry=entry,
        )
        regroup(entry, {judgement.left.record_id, judgement.right.record_id})
    return entry
