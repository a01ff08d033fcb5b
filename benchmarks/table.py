"""Measures the reader, beside spaCy on the same text, and writes the table into README.md and docs/reader.md.

    python -m benchmarks.table [--print]

`--print` only shows it. What can't be measured here, because the annotated documents, the scoring script or spaCy are
missing, has a dash, and a line below the table that says so.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.corpora import FOLDERS, ROOT, SCORE, Annotated, corpus
from benchmarks.scoring import Found, right_claims, run_score
from benchmarks.speed import (
    bytes_a_second_without_matter,
    characters_a_second,
    megabytes_with_all_languages,
    peer,
    reading,
    seconds_to_the_first_claim,
)
from jumelage.reading import read
from jumelage.vocabulary.claims import CLAIM_TYPES
from jumelage.vocabulary.interchange import as_json

BEGIN, END = "<!-- figures: written by `make benchmark` -->", "<!-- end of figures -->"
PAGES = (ROOT / "README.md", ROOT / "docs" / "reader.md")
SURE = 0.9
PEER_LANGUAGES = ("en", "nl", "fr", "de")
LANGUAGE_NAMES = {"de": "German", "en": "English", "fr": "French", "it": "Italian", "nl": "Dutch", "zh": "Chinese"}
PARTS: dict[str, Callable[[Annotated], bool]] = {
    "open": lambda document: not document.held_out,
    "held out": lambda document: document.held_out,
}
"""The documents that were looked at while building, and those that were not."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", action="store_true", help="only show the table")
    args = parser.parse_args()
    table = f"{quality()}\n{speed()}\n{provenance()}"
    print(table)
    if not args.print:
        for page in PAGES:
            page.write_text(with_table(page.read_text(encoding="utf-8"), table), encoding="utf-8")
    return 0


def with_table(page: str, table: str) -> str:
    """A page with the table between its two markers."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def quality() -> str:
    """How much is found, and how rightly: a column for each part of each collection of documents."""
    if not SCORE.is_file():
        return f"Quality was not measured: the scoring script ({SCORE.name}) is not beside this checkout.\n"
    columns: dict[str, dict[str, str]] = {}
    for name in FOLDERS:
        documents = list(corpus(name))
        for part, belongs in PARTS.items():
            if chosen := [d for d in documents if belongs(d)]:
                columns[f"{name}, {part} ({len(chosen)})"] = figures(chosen)
    rows = list(dict.fromkeys(row for column in columns.values() for row in column))
    return markdown(["", *columns], [[row, *(column.get(row, "–") for column in columns.values())] for row in rows])


def figures(documents: Sequence[Annotated]) -> dict[str, str]:
    """The figures of some documents by the names of their rows."""
    found = [as_json(read(d.text, document=d.name)) for d in documents]
    scored = json.loads(run_score(documents, found, "--json")[0])
    rows = {"claims F1": f1(scored, "claims")}
    rows |= {f"– in {name}": f1(scored, f"claims in {code}") for code, name in LANGUAGE_NAMES.items()}
    rows |= {f"– {kind}": f1(scored, f"claim {kind}") for kind in CLAIM_TYPES}
    rows |= {"entities F1": f1(scored, "entities"), "attributes F1": f1(scored, "attributes")}
    rows["evidence sound"] = f"{scored['evidence sound']:.3f}"
    rows["claims with confidence ≥ 0.9: share that is right"] = sure(documents, found)
    without_matter = [f for d, f in zip(documents, found, strict=True) if not d.gold["claims"]]
    rows["documents without twinning matter: claims in them"] = (
        f"{sum(len(f['claims']) for f in without_matter)} (of {len(without_matter)})" if without_matter else "–"
    )
    return rows


def f1(scored: Mapping[str, Any], key: str) -> str:
    return f"{scored[key]['f1']:.2f}" if scored.get(key, {}).get("gold") else "–"


def sure(documents: Sequence[Annotated], found: Sequence[Found]) -> str:
    judged = [
        right
        for document, reading in zip(documents, found, strict=True)
        for claim, right in right_claims(document, reading)
        if claim["confidence"] >= SURE
    ]
    return f"{sum(judged) / len(judged):.2f} (of {len(judged)})" if judged else "none"


def speed() -> str:
    """How fast, how soon and in how much memory."""
    texts = [d.text for d in corpus("dev") if d.gold["language"] in PEER_LANGUAGES]
    texts = texts or [d.text for d in corpus("own") if d.gold["language"] in PEER_LANGUAGES]
    ours = characters_a_second(texts, reading)
    other = peer()
    theirs = characters_a_second(texts, other) if other else None
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            ["en, nl, fr and de text, one core, warm", f"{ours / 1000:.0f} k characters/s"],
            [
                "the same text through spaCy's `en_core_web_sm`",
                f"{theirs / 1000:.0f} k characters/s" if theirs else "– (spaCy is not installed: `make benchmark`)",
            ],
            ["ratio to spaCy", f"{ours / theirs:.1f} ×" if theirs else "–"],
            ["text without twinning matter", f"{bytes_a_second_without_matter() / 1e6:.0f} MB/s"],
            ["memory with all five languages loaded", f"{megabytes_with_all_languages():.0f} MB"],
            ["from a cold start to the first claim", f"{seconds_to_the_first_claim(Path(folder)):.1f} s"],
        ]
    return markdown(["speed", ""], rows)


def provenance() -> str:
    load = os.getloadavg()[0]
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} with Python {platform.python_version()} on {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load:.1f}; `make benchmark` measures anew. Held out: a third of the documents, "
        "not looked at while building.\n"
    )


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


if __name__ == "__main__":
    sys.exit(main())
