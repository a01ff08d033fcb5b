"""What may be the same, and what was taken for the same."""

from django.db.models import F, Q, QuerySet

from jumelage.register.models import SHOWN, Judgement, Record, Verdict


def suggestions() -> QuerySet[Judgement]:
    """Doubts that nobody has settled, the oldest first; `left.record` and `right.record` are what to compare."""
    return (
        Judgement.objects.filter(
            verdict=Verdict.MAYBE,
            withdrawn_at=None,
            left__record__standing__in=SHOWN,
            right__record__standing__in=SHOWN,
        )
        .exclude(left__record=F("right__record"))
        .select_related("left__record", "right__record", "left__document", "right__document")
    )


def merged_by_itself() -> QuerySet[Judgement]:
    """What matching took for the same without asking, the latest first."""
    return _same().filter(entry=None).order_by("-pk")


def holding_together(record: Record) -> QuerySet[Judgement]:
    """The judgements, matching's and officers', by which several tellings are this one record."""
    return _same().filter(Q(left__record=record) | Q(right__record=record))


def _same() -> QuerySet[Judgement]:
    judged = Judgement.objects.filter(verdict=Verdict.SAME, withdrawn_at=None)
    return judged.select_related(
        "left__record", "left__document", "left__entry__officer", "right__document", "right__entry__officer", "entry"
    )
