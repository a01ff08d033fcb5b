"""How long the search page takes at 100,000 documents and 50,000 entities, beside SQLite's LIKE over the same texts.

    python -m benchmarks.search [DOCUMENTS [ENTITIES]]

Fills a register of its own in a folder for the time being. Prints of each question the milliseconds of the page, those
of finding the documents alone, and those of looking through all texts with LIKE (the medians of five).
"""

import itertools
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

REPEATS = 5
AT_ONCE = 1_000
SYLLABLES = tuple(map("".join, itertools.product("bcdfghklmnprstvwz", "aeiou")))
HAN = "中市省友好代表团访问合作经济教育文化科技大学医院港口公司协议签署东南西北京海广州川江湖安成重庆明山河"
COMMON = 200
"""The rank of the words asked for: each stands in about every tenth document."""
QUESTIONS = ("delegation", "dele", "friendship agreement", "市长", "代表团访问", "stad 1234", "zzzz", "Chenyan Limber")


def main() -> None:
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    entities = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"JUMELAGE_HOME": home, "DJANGO_SETTINGS_MODULE": "jumelage.settings"}
        import django
        from django.conf import settings

        django.setup()
        settings.ALLOWED_HOSTS = ["testserver"]
        from jumelage.register.tables import bring_up_to_date

        bring_up_to_date()
        started = time.perf_counter()
        chance = random.Random(1)  # noqa: S311  nothing is kept secret by it
        _fill_documents(documents, chance)
        _fill_entities(entities, chance)
        bring_up_to_date()
        print(f"filled with {documents} documents and {entities} entities in {time.perf_counter() - started:.0f} s\n")
        _measure()


def _fill_documents(number: int, chance: random.Random) -> None:
    from django.db import transaction

    from jumelage.register.full_text import index
    from jumelage.register.models import Body, Document

    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(20_000)]
    words[COMMON:COMMON] = ["delegation", "friendship", "agreement"]
    for first in range(0, number, AT_ONCE):
        with transaction.atomic():
            texts = [_text(words, chance) for _ in range(first, min(first + AT_ONCE, number))]
            rows = [
                Document(sha256=f"{first + n:064}", name=f"{first + n}.txt", media_type="text/plain")
                for n in range(len(texts))
            ]
            Document.objects.bulk_create(rows)
            Body.objects.bulk_create(
                Body(document=row, content=b"", text=text) for row, text in zip(rows, texts, strict=True)
            )
            for row, text in zip(rows, texts, strict=True):
                index(row.pk, text)


def _text(words: Sequence[str], chance: random.Random) -> str:
    """About 900 characters, in every fourth document Chinese; words are the rarer the later they stand in the list."""
    if chance.random() < 0.25:
        return "。".join("".join(chance.choices(HAN, k=30)) for _ in range(12))
    return " ".join(words[int(len(words) * chance.random() ** 3)] for _ in range(110))


def _fill_entities(number: int, chance: random.Random) -> None:
    from django.db import transaction

    from jumelage.register.keys import key_of
    from jumelage.register.models import Entity, NameForm, Record, Value

    for first in range(0, number, AT_ONCE):
        with transaction.atomic():
            records = Record.objects.bulk_create(Record(kind="place") for _ in range(min(AT_ONCE, number - first)))
            names = [f"{''.join(chance.choices(SYLLABLES, k=4)).title()} {first + n}" for n in range(len(records))]
            entities = Entity.objects.bulk_create(
                Entity(record=record, name=name) for record, name in zip(records, names, strict=True)
            )
            values = Value.objects.bulk_create(
                Value(record=record, field="names", text=name, current=True, sources=1)
                for record, name in zip(records, names, strict=True)
            )
            NameForm.objects.bulk_create(
                NameForm(value=value, entity=entity, text=entity.name, folded=key_of(entity.name), script="Latn")
                for value, entity in zip(values, entities, strict=True)
            )


def _measure() -> None:
    from django.test import Client

    from jumelage.register.full_text import documents_with
    from jumelage.register.models import Body

    def page(words: str) -> object:
        return Client().get("/search/", {"q": words}).content

    def like(words: str) -> object:
        return list(Body.objects.filter(text__icontains=words).order_by("-pk").values_list("pk", flat=True)[:20])

    print(f"{'question':<24}{'page ms':>10}{'documents':>11}{'LIKE (peer)':>13}")
    for words in QUESTIONS:
        times = [
            _median(page, words),
            _median(lambda words: documents_with(words, 20), words),
            _median(like, words),
        ]
        print(f"{words:<24}{times[0]:>10.1f}{times[1]:>11.1f}{times[2]:>13.1f}")


def _median(act: Callable[[str], object], words: str) -> float:
    """Milliseconds."""
    act(words)
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        act(words)
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


if __name__ == "__main__":
    main()
