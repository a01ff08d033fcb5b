"""What may be the same, and waits for an officer to say."""

from django.db.models import F, QuerySet

from jumelage.register.models import SHOWN, Judgement, Verdict


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
    judged = Judgement.objects.filter(verdict=Verdict.SAME, withdrawn_at=None, entry=None)
    return judged.select_related("left__record", "right__document").order_by("-pk")
