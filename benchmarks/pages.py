"""How long the desk's pages take at 26,000 twinnings, beside a plain list page in Django over the same rows.

    python -m benchmarks.pages [TWINNINGS]

Fills a register of its own in a folder for the time being. Prints of each page the milliseconds on the clock and of the
processor (the medians of seven), its queries and its kilobytes. The clock also tells of what else the machine does.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

REPEATS = 7
A_DOCUMENT = 500
"""Twinnings that one document of the filling tells of."""


def main() -> None:
    twinnings = int(sys.argv[1]) if len(sys.argv) > 1 else 26_000
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"JUMELAGE_HOME": home, "DJANGO_SETTINGS_MODULE": "jumelage.settings"}
        import django
        from django.conf import settings
        from django.core.management import call_command

        django.setup()
        settings.ALLOWED_HOSTS = ["testserver"]
        call_command("migrate", verbosity=0)
        started = time.perf_counter()
        _fill(twinnings)
        print(f"filled with {twinnings} twinnings in {time.perf_counter() - started:.0f} s\n")
        print(f"{'page':<42}{'clock ms':>10}{'processor':>11}{'queries':>9}{'kB':>7}")
        for name, open_page in _pages():
            _measure(name, open_page)


def _fill(twinnings: int) -> None:
    """Pairs of European and Chinese cities, every tenth with a visit and an agreement; places are in several pairs."""
    from jumelage.formats import SourceDocument, open_bytes
    from jumelage.register.actions import record
    from jumelage.vocabulary.interchange import from_json

    for first in range(0, twinnings, A_DOCUMENT):
        last = min(first + A_DOCUMENT, twinnings)
        lines = "".join(_line(number) for number in range(first, last))
        source = next(iter(open_bytes(f"list-{first}.txt", lines.encode())))
        assert isinstance(source, SourceDocument)
        record(source, from_json(_reading(source.name, first, last)))


def _line(number: int) -> str:
    return f"Pair {number:08} is twinned.\n"


def _reading(name: str, first: int, last: int) -> dict[str, object]:
    entities: dict[str, object] = {}
    claims: list[dict[str, object]] = []
    width = len(_line(first))
    for number in range(first, last):
        start = (number - first) * width
        evidence = [{"start": start, "end": start + width - 1}]
        pair = []
        for country, names in (("NL", number % 4001), ("CN", number % 6007)):
            key = f"{country}{names}"
            entities[key] = {
                "type": "place",
                "level": "city",
                "country": country,
                "names": [f"{'Stad' if country == 'NL' else 'City'} {names}", f"市{names}"],
                "gazetteer": f"bench:{key}",
            }
            pair.append(key)
        claims.append(
            {
                "type": "twinning",
                "parties": pair,
                "kind": ("sister", "friendship", "partnership")[number % 3],
                "since": str(1950 + number % 75),
                "evidence": evidence,
            }
        )
        if number % 10 == 0:
            claims.append(
                {"type": "visit", "visitors": pair[1:], "hosts": pair[:1], "start": "2019-05", "evidence": evidence}
            )
            claims.append(
                {"type": "agreement", "kind": "memorandum", "parties": pair, "signed": "2018", "evidence": evidence}
            )
    return {"document": name, "language": "en", "entities": entities, "claims": claims}


def _pages() -> Iterator[tuple[str, Callable[[], bytes]]]:
    from django.test import Client

    from jumelage.desk.addresses import record_address
    from jumelage.register.models import Document, Record

    client = Client()
    firsts = [
        record_address(kind, Record.objects.filter(kind=kind).earliest("pk").pk) for kind in ("twinning", "place")
    ]
    yield "a plain list in Django (peer)", _plain_list
    for address in (
        "/",
        "/twinnings/",
        "/twinnings/?page=400",
        "/twinnings/?country=CN&kind=sister",
        "/twinnings/?name=stad+12",
        "/twinnings/?year=1999&sort=-since",
        "/visits/",
        "/search/?q=stad+1234",
        "/places/",
        *firsts,
        f"/documents/{Document.objects.earliest('pk').pk}/",
    ):
        yield address, lambda address=address: client.get(address).content


def _plain_list() -> bytes:
    """What one would write without the register's questions: fifty rows with their parties, a count, a template."""
    from django.core.paginator import Paginator
    from django.template import Context, Template

    from jumelage.register.models import Twinning, Value

    page = Paginator(Twinning.objects.order_by("since", "pk"), 50).get_page(1)
    parties = Value.objects.filter(record__in=[t.pk for t in page], field="parties").select_related("entity")
    template = Template(
        "<table>{% for t in page %}<tr><td>{{ t.kind }}</td><td>{{ t.since }}</td></tr>{% endfor %}"
        "{% for p in parties %}{{ p.entity.name }}{% endfor %}</table>{{ page.paginator.count }}"
    )
    return template.render(Context({"page": page, "parties": parties})).encode()


def _measure(name: str, open_page: Callable[[], bytes]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    open_page()
    with CaptureQueriesContext(connection) as queries:
        body = open_page()
    asked = len(queries)
    clock, processor = [], []
    for _ in range(REPEATS):
        started, started_processor = time.perf_counter(), time.process_time()
        open_page()
        clock.append(1000 * (time.perf_counter() - started))
        processor.append(1000 * (time.process_time() - started_processor))
    figures = (
        f"{statistics.median(clock):>10.1f}{statistics.median(processor):>11.1f}{asked:>9}{len(body) / 1000:>7.1f}"
    )
    print(f"{name:<42}{figures}", flush=True)


if __name__ == "__main__":
    main()
