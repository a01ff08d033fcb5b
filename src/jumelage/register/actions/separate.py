"""Say that what was judged, or may be, the same is not."""

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.utils import timezone

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.models import Judgement, LogEntry, Verb, Verdict
from jumelage.register.regrouping import regroup


def separate(officer: User, judgement: Judgement, *, reason: str = "") -> LogEntry:
    """Takes a judgement of sameness back, an officer's or matching's, or answers a doubt with no.

    The two tellings are not the same from now on, and are never suggested again; what only this judgement held together
    is two records. A no to one doubt is a no to every doubt between the same two records. Raises `NothingToSay` where
    it has been taken back already.
    """
    return separate_all(officer, [judgement], reason=reason)


def separate_all(officer: User, judgements: Iterable[Judgement], *, reason: str = "") -> LogEntry:
    """Takes several judgements back under one entry; see `separate`. Raises `NothingToSay` where none is left."""
    with acting(officer, Verb.SEPARATE, reason) as entry:
        asked = Judgement.objects.filter(pk__in=[judgement.pk for judgement in judgements], withdrawn_at=None)
        standing = list(asked.exclude(verdict=Verdict.DIFFERENT).select_related("left", "right"))
        if not standing:
            raise NothingToSay("They are not judged the same any more.")
        doubts = _doubts_between([judgement for judgement in standing if judgement.verdict == Verdict.MAYBE])
        taken_back = {judgement.pk for judgement in (*standing, *doubts)}
        Judgement.objects.filter(pk__in=taken_back).update(withdrawn_at=timezone.now(), withdrawn_by=entry)
        Judgement.objects.bulk_create(
            Judgement(
                left=judgement.left,
                right=judgement.right,
                verdict=Verdict.DIFFERENT,
                because=reason or f"{officer} says so",
                entry=entry,
            )
            for judgement in standing
        )
        regroup(entry, {pk for judgement in standing for pk in (judgement.left.record_id, judgement.right.record_id)})
    return entry


def _doubts_between(doubts: Sequence[Judgement]) -> list[Judgement]:
    """All doubts between the same records as those given."""
    pairs = {frozenset((doubt.left.record_id, doubt.right.record_id)) for doubt in doubts}
    records = frozenset[int]().union(*pairs)
    open_doubts = Judgement.objects.filter(
        verdict=Verdict.MAYBE, withdrawn_at=None, left__record__in=records, right__record__in=records
    )
    return [
        doubt
        for doubt in open_doubts.select_related("left", "right")
        if frozenset((doubt.left.record_id, doubt.right.record_id)) in pairs
    ]
