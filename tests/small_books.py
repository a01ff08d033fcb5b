"""What officers enter beside the small partnership: the kinds of record that no document is read for."""

from django.contrib.auth.models import User

from jumelage.register.actions import enter
from jumelage.register.models import Entity, Record


def enter_the_books(officer: User) -> None:
    """What no document says: what the visit of the small partnership cost, and how many came to the exhibition."""
    twinning, visit, event = (Record.objects.get(kind=kind) for kind in ("twinning", "visit", "event"))
    host = Entity.objects.get(name="Harderwijk")
    enter(
        officer,
        "cost",
        {
            "title": ["Hotel and interpreter"],
            "amount": ["4200.50"],
            "currency": ["EUR"],
            "date": ["2023"],
            "payer": [host],
            "about": [str(visit.pk)],
        },
    )
    enter(
        officer,
        "figure",
        {
            "title": ["Visitors of the exhibition"],
            "quantity": ["350"],
            "date": ["2023-10"],
            "claimant": [host],
            "about": [str(event.pk), str(twinning.pk)],
        },
    )
