"""How many places the gazetteer knows, how fast it opens and reads. Run: python benchmarks/gazetteer.py [--misses]

Recall: the place entities of the gold annotations, found under any of their names with the right country and level;
places of public lists, found under their names with the right country. Needs `../shared`, skips what is missing there.
"""

import csv
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from jumelage.reading.gazetteer import Place, gazetteer

SHARED = Path(__file__).parent.parent.parent / "shared"
LIST_NAMES = ("name", "name_en", "name_de", "name_fr", "name_zh")
SAMPLE = 5_000
"""Rows read of a long list, spread over it evenly."""


def main(show_misses: bool) -> None:
    began = time.process_time()
    gazetteer().lookup("Antwerp")
    print(f"first Latin name after (processor time) {time.process_time() - began:.2f} s, {memory():.0f} MB")
    began = time.process_time()
    gazetteer().lookup("安特卫普")
    print(f"first Han name after {time.process_time() - began:.2f} s more, {memory():.0f} MB")
    for name, cases in (("gold", gold()), ("place-names.csv", listed_places()), ("twinnings", twinned_places())):
        report(name, list(cases), show_misses)
    speed()


def memory() -> float:
    """Peak resident set, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(name: str, cases: list[tuple[str, list[str], str, str]], show_misses: bool) -> None:
    """A case: where it stands, a place's names, its country, and its level where that is known."""
    if not cases:
        print(f"{name}: not here")
        return
    misses = [case for case in cases if not known(*case[1:])]
    print(f"{name}: {len(cases) - len(misses)} of {len(cases)} places known, {1 - len(misses) / len(cases):.1%}")
    for where, names, country, level in misses if show_misses else ():
        found = {(p.country, p.level.value) for n in names for p in gazetteer().lookup(n)}
        print(f"  {where}: {' / '.join(names)} ({level} {country}); has {sorted(found)[:4]}")


def known(names: list[str], country: str, level: str) -> bool:
    def right(place: Place) -> bool:
        return place.country == country and (not level or place.level.value == level)

    return any(right(place) for name in names for place in gazetteer().lookup(name))


def gold() -> Iterator[tuple[str, list[str], str, str]]:
    for path in sorted(SHARED.glob("benchmark/*/gold/*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for entity in document["entities"].values():
            if entity["type"] == "place" and entity.get("country") and entity.get("level"):
                yield document["document"], entity["names"], entity["country"], entity["level"]


def listed_places() -> Iterator[tuple[str, list[str], str, str]]:
    for row in rows("place-names.csv"):
        for column in LIST_NAMES:
            if row[column]:
                yield column, [row[column]], row["country_code"], ""


def twinned_places() -> Iterator[tuple[str, list[str], str, str]]:
    for row in rows("twinnings-enwiki-hekman.csv"):
        for side in "ab":
            countries = gazetteer().lookup(row[f"country_{side}"].rpartition(", ")[2])
            if countries:
                name = row[f"party_{side}"]
                yield name, [name, name.partition(",")[0]], countries[0].country, ""


def rows(name: str) -> list[dict[str, str]]:
    path = SHARED / "data" / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as file:
        every = list(csv.DictReader(file))
    return every[:: max(1, len(every) // SAMPLE)]


def speed() -> None:
    """Characters a second, of processor time, on text without any place and on the benchmark's."""
    idle = {
        "en": "The committee then considered a Report on the quality of drinking water and adjourned on Monday. ",
        "de": "Der Ausschuss beriet danach den Bericht über die Güte des Trinkwassers und vertagte sich am Montag. ",
        "zh": "委员会随后审议了关于饮用水质量的报告并于星期一休会。",
    }
    for language, sentence in idle.items():
        print(f"{language} without places: {rate(sentence * 5_000, language):.1f} M characters/s")
    for language in ("en", "nl", "fr", "de", "zh"):
        texts = [path.read_text(encoding="utf-8") for path in SHARED.glob(f"benchmark/dev/text/dev-{language}-*.txt")]
        if texts:
            print(f"{language} documents: {rate(''.join(texts), language):.2f} M characters/s")


def rate(text: str, language: str) -> float:
    list(gazetteer().find(text, language))
    began = time.process_time()
    list(gazetteer().find(text, language))
    return len(text) / (time.process_time() - began) / 1e6


if __name__ == "__main__":
    main(show_misses="--misses" in sys.argv)
