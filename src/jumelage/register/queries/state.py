"""Whether anything may have changed since somebody looked."""

from django.db.models import Max

from jumelage.register.models import LogEntry, Reading


def state_of_register() -> str:
    """Different whenever a document was read or an officer did something; what was worked out before then is stale."""
    read = Reading.objects.aggregate(latest=Max("pk"))["latest"]
    done = LogEntry.objects.aggregate(latest=Max("pk"))["latest"]
    return f"{read or 0}-{done or 0}"
