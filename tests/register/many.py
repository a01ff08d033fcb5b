"""Many small documents, recorded or looked through in a process of its own: `python -m tests.register.many TASK COUNT`.

Tasks: `record` and `record-backwards` print the number of documents recorded so far, `check` prints what stands in the
register as JSON.
"""

import itertools
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator

import django

TOWNS = [
    "Aalten",
    "Bergen",
    "Chimay",
    "Dinant",
    "Emden",
    "Fulda",
    "Gouda",
    "Hanzhong",
    "Ieper",
    "Jinan",
    "Kunming",
    "Lier",
]


def texts(count: int) -> Iterator[tuple[str, str, str, int]]:
    """The text of each document, its two towns and its year."""
    pairs = itertools.cycle(itertools.combinations(TOWNS, 2))
    for i, (a, b) in zip(range(count), pairs, strict=False):
        year = 1980 + i % 40
        yield f"{i}. {a} and {b} are twinned since {year}.", a, b, year


def record(count: int, *, backwards: bool) -> None:
    from jumelage.register.actions import record
    from jumelage.vocabulary.interchange import from_json
    from tests.register.conftest import document, reading_json

    numbered = list(enumerate(texts(count)))
    for done, (i, (text, a, b, year)) in enumerate(reversed(numbered) if backwards else numbered, start=1):
        source = document(text, f"{i}.txt")
        towns = {
            key: {"type": "place", "level": "city", "country": "XX", "names": [name], "gazetteer": name}
            for key, name in (("a", a), ("b", b))
        }
        twinning = {"type": "twinning", "kind": "sister", "parties": ["a", "b"], "since": str(year)}
        record(source, from_json(reading_json(source, towns, [twinning])))
        print(done, flush=True)  # noqa: T201


def check() -> None:
    from jumelage.register.models import Document, Entity, Reading, Telling, Value

    broken = [
        document.name
        for document in Document.objects.prefetch_related("tellings", "readings")
        if (document.tellings.count(), document.readings.count()) != (3, 1) or not document.body.text
    ]
    values = Value.objects.values_list("record_id", "field", "text", "entity_id")
    report = {
        "documents": Document.objects.count(),
        "broken": broken,
        "tellings": Telling.objects.count(),
        "readings": Reading.objects.count(),
        "values": len(values),
        "values twice": [value for value, times in Counter(values).items() if times > 1],
        "values without a citation": Value.objects.filter(citations=None).count(),
        "entities": sorted(Entity.objects.values_list("name", flat=True)),
    }
    print(json.dumps(report))  # noqa: T201


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "jumelage.settings"
    django.setup()
    from jumelage.register.tables import bring_up_to_date

    task, number = sys.argv[1], int(sys.argv[2])
    bring_up_to_date()
    if task == "check":
        check()
    else:
        record(number, backwards=task == "record-backwards")
