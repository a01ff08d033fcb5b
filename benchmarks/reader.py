"""Reads the annotated corpora and prints how much of them was found, and how rightly.

    python -m benchmarks.reader [dev] [seeds] [own] [--names-given] [--part open|held-out] [--misses] [--kind K] …

`--names-given` takes the names from the annotation, which shows the claim rooms by themselves.
"""

import argparse
import sys

from benchmarks.corpora import SCORE, Annotated, corpus
from benchmarks.given_names import given
from benchmarks.scoring import run_score
from jumelage.reading.names import find_names
from jumelage.reading.reader import read
from jumelage.vocabulary.interchange import as_json


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", default=["dev", "seeds"], help="dev, seeds, own")
    parser.add_argument("--names-given", action="store_true", help="take the names from the annotation")
    parser.add_argument("--part", choices=["all", "open", "held-out"], default="all")
    parser.add_argument("--language", help="read only documents in this language")
    parser.add_argument("--document", help="read only this document")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what is spurious")
    parser.add_argument("--kind", help="with --misses: only this kind of claim")
    args = parser.parse_args()
    if not SCORE.is_file():
        print(f"nothing to measure: {SCORE} is missing", file=sys.stderr)
        return 1
    for name in args.corpora:
        documents = [
            d
            for d in corpus(name)
            if (args.part == "all" or d.held_out == (args.part == "held-out"))
            and args.language in (None, d.gold["language"])
            and args.document in (None, d.name)
        ]
        print(f"== {name}, {len(documents)} documents")
        _measure(documents, args)
    return 0


def _measure(documents: list[Annotated], args: argparse.Namespace) -> None:
    found = []
    for document in documents:
        finder = given(document.gold) if args.names_given else find_names
        found.append(as_json(read(document.text, document=document.name, names=finder)))
    figures, misses = run_score(documents, found, *(["--misses", "99"] if args.misses else []))
    print(figures)
    for line in misses.splitlines():
        if not args.kind or f" {args.kind} " in line:
            print(line)


if __name__ == "__main__":
    sys.exit(main())
