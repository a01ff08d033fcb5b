"""How rightly pairs of names and records are taken for the same, beside rapidfuzz and rigour alone.

    python -m benchmarks.matching [--misses]

The labelled pairs stand in `benchmarks/pairs/`, by what makes them hard. Of ours `same` and `likely` merge by
themselves, `doubtful` is a suggestion. The peers compare names only, each with the thresholds at which it does best
here. Prints for each the precision of merges, the share of what is the same that is merged or suggested, and the
precision of suggestions.
"""

import argparse
import os
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from jumelage.register.matching import Sameness

PAIRS = Path(__file__).parent / "pairs"
SIDE = re.compile(r"(?P<names>[^\[]+)(?:\[(?P<facts>.*)\])?")
AUTO, SUGGESTED, NOTHING = "merged", "suggested", "nothing"


@dataclass(frozen=True)
class Pair:
    """Two sides as they stand in the file, and whether they are the same."""

    kind: str
    cause: str
    same: bool
    sides: tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="show every pair that is not as it should be")
    args = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jumelage.settings")
    import django

    django.setup()
    pairs = list(labelled_pairs())
    print(f"{len(pairs)} pairs, of which {sum(pair.same for pair in pairs)} are the same\n")
    print(f"{'':<34}{'merges right':>13}{'found':>8}{'suggestions right':>19}{'µs a pair':>11}")
    named = [pair for pair in pairs if pair.kind != "records"]
    ours = [sameness_of(pair) for pair in pairs]
    report("this, all pairs", pairs, list(map(outcome_of, ours)), microseconds(sameness_of, pairs))
    names_only = [outcome for outcome, pair in zip(map(outcome_of, ours), pairs, strict=True) if pair in named]
    report("this, pairs of names", named, names_only, microseconds(sameness_of, named))
    for title, score in (("rapidfuzz WRatio, pairs of names", by_rapidfuzz), ("rigour, pairs of names", by_rigour)):
        scores = [score(pair) for pair in named]
        report(title, named, best_thresholds(named, scores), microseconds(score, named))
    print()
    by_cause(pairs, list(map(outcome_of, ours)))
    if args.misses:
        for pair, sameness in zip(pairs, ours, strict=True):
            outcome = outcome_of(sameness)
            if (outcome == NOTHING) is pair.same or (outcome == AUTO and not pair.same):
                print(f"{outcome:<10}{'=' if pair.same else '!'} {' | '.join(pair.sides)}: {sameness.because}")


def labelled_pairs() -> Iterator[Pair]:
    for file in sorted(PAIRS.glob("*.txt")):
        cause = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("##"):
                cause = line.removeprefix("##").strip()
            elif line[:1] in ("=", "!"):
                one, other = (side.strip() for side in line[1:].split(" | "))
                yield Pair(file.stem, cause, line[0] == "=", (one, other))


def sameness_of(pair: Pair) -> "Sameness":
    from jumelage.register.matching import entities, records

    if pair.kind == "records":
        one, other = map(record_profile, pair.sides)
        return records.compare(one, other)
    make = {"places": place_profile, "organisations": organisation_profile, "persons": person_profile}[pair.kind]
    return entities.compare(*map(make, pair.sides))


def outcome_of(sameness: "Sameness") -> str:
    from jumelage.register.matching import Outcome

    outcomes = {Outcome.SAME: AUTO, Outcome.LIKELY: AUTO, Outcome.DOUBTFUL: SUGGESTED, Outcome.DIFFERENT: NOTHING}
    return outcomes[sameness.outcome]


def place_profile(side: str) -> Any:
    from jumelage.exchange.places import Named, PlacesOfAList
    from jumelage.register.matching import EntityProfile
    from jumelage.vocabulary.kinds import PlaceLevel

    name, facts = named(side)
    *countries, level = facts if facts and facts[-1] in tuple(PlaceLevel) else [*facts, ""]
    place = Named(name, ", ".join(countries), level=level)
    found = PlacesOfAList([place]).find(place).entity
    return EntityProfile("place", (name,), str(found.level or ""), found.country or "", found.gazetteer or "")


def organisation_profile(side: str) -> Any:
    from jumelage.register.matching import EntityProfile

    name, facts = named(side)
    where, kind = (*facts, "", "")[:2]
    return EntityProfile("organisation", (name,), place=number_of(where) or None, sort=kind)


def person_profile(side: str) -> Any:
    from jumelage.register.keys import key_of
    from jumelage.register.matching import EntityProfile

    name, facts = named(side)
    posts = {(key_of(facts[0]), number_of(facts[1]))} if len(facts) > 1 else set()
    return EntityProfile("person", (name,), posts=frozenset(posts))


def record_profile(side: str) -> Any:
    from jumelage.register.fields import FIELDS, Holds
    from jumelage.register.matching import RecordProfile

    kind, _, fields = side.partition(": ")
    values: dict[str, frozenset[str | int]] = {}
    for name, _, told in (field.partition("=") for field in fields.split(", ")):
        each = told.split(" + ")
        refers = FIELDS[kind][name].holds is Holds.ENTITY
        values[name] = frozenset(number_of(one) if refers else one for one in each)
    return RecordProfile(kind, values)


def named(side: str) -> tuple[str, list[str]]:
    found = SIDE.fullmatch(side)
    assert found, side
    return found["names"].strip(), [fact.strip() for fact in (found["facts"] or "").split(",") if found["facts"]]


NUMBERS: dict[str, int] = defaultdict(lambda: len(NUMBERS) + 1)


def number_of(name: str) -> int:
    return NUMBERS[name] if name else 0


def by_rapidfuzz(pair: Pair) -> float:
    one, other = (named(side)[0].casefold() for side in pair.sides)
    return fuzz.WRatio(one, other) / 100


def by_rigour(pair: Pair) -> float:
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts

    tag = {"persons": NameTypeTag.PER, "organisations": NameTypeTag.ORG, "places": NameTypeTag.UNK}[pair.kind]
    parsed = [next(iter(analyze_names(tag, [named(side)[0]])), None) for side in pair.sides]
    if None in parsed:
        return 0.0
    parts = [name.parts for name in parsed if name]
    if pair.kind == "persons":
        parts = list(align_person_name_order(*parts))
    aligned = compare_parts(*parts)
    weight = sum(alignment.weight for alignment in aligned)
    return sum(alignment.score * alignment.weight for alignment in aligned) / weight if weight else 0.0


def best_thresholds(pairs: Sequence[Pair], scores: Sequence[float]) -> list[str]:
    """Merges from the lowest score on from which on 99.5 % are right, suggests from that on which finds 95 %."""
    steps = sorted(set(scores), reverse=True)
    merging = min((s for s in steps if precision_from(s, pairs, scores) >= 0.995), default=2.0)
    found = sorted((score for pair, score in zip(pairs, scores, strict=True) if pair.same), reverse=True)
    suggesting = found[int(0.95 * len(found))]
    return [AUTO if s >= merging else SUGGESTED if s >= suggesting else NOTHING for s in scores]


def precision_from(threshold: float, pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    above = [pair.same for pair, score in zip(pairs, scores, strict=True) if score >= threshold]
    return sum(above) / len(above)


def microseconds(compare: Callable[[Pair], object], pairs: Sequence[Pair]) -> float:
    started = time.process_time()
    for pair in pairs:
        compare(pair)
    return 1e6 * (time.process_time() - started) / len(pairs)


def report(title: str, pairs: Sequence[Pair], outcomes: Sequence[str], micros: float) -> None:
    merged = [pair.same for pair, outcome in zip(pairs, outcomes, strict=True) if outcome == AUTO]
    suggested = [pair.same for pair, outcome in zip(pairs, outcomes, strict=True) if outcome == SUGGESTED]
    found = [outcome != NOTHING for pair, outcome in zip(pairs, outcomes, strict=True) if pair.same]
    print(
        f"{title:<34}{share(merged):>13}{share(found):>8}{share(suggested):>19}{micros:>11.0f}"
        f"   ({len(merged)} merged, {len(suggested)} suggested)"
    )


def share(right: Sequence[bool]) -> str:
    return f"{sum(right) / len(right):.3f}" if right else "–"


def by_cause(pairs: Sequence[Pair], outcomes: Sequence[str]) -> None:
    counts: Mapping[tuple[str, str, bool], Counter[str]] = defaultdict(Counter)
    for pair, outcome in zip(pairs, outcomes, strict=True):
        counts[pair.kind, pair.cause, pair.same][outcome] += 1
    print(f"{'cause':<62}{'label':<7}{AUTO:>8}{SUGGESTED:>11}{NOTHING:>9}")
    for (kind, cause, same), count in counts.items():
        label = "same" if same else "not"
        print(f"{f'{kind}: {cause}':<62}{label:<7}{count[AUTO]:>8}{count[SUGGESTED]:>11}{count[NOTHING]:>9}")


if __name__ == "__main__":
    main()
