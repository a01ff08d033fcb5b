"""Which twinnings are alive, as far as the register knows."""

from collections import Counter
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from jumelage.desk.lists import PAGE
from jumelage.desk.vitality import SIGNAL, signals_of
from jumelage.vitality.evidence import signals
from jumelage.vitality.signal import Signal

ORDER = (Signal.ASLEEP, Signal.QUIET, Signal.ALIVE, Signal.DORMANT, Signal.NO_EVIDENCE, Signal.ENDED)
"""What wants attention first."""


def vitality_page(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = signals(today)
    counts = Counter(found.values())
    asked = request.GET.get("signal", "")
    chosen = [pk for pk, signal in found.items() if not asked or signal == asked]
    page: Page[Any] = Paginator(sorted(chosen, key=lambda pk: (ORDER.index(found[pk]), pk)), PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "rows": signals_of(page.object_list, today, get_language() or "en"),
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "asked": asked,
        "counts": [(signal.value, SIGNAL[signal], counts[signal]) for signal in ORDER if counts[signal]],
    }
    return render(request, "desk/vitality.html", context)
