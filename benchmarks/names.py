"""How many of the entities that the annotations name are found in the text at all, before any claim is looked for.

python -m benchmarks.names [dev] [seeds] [own] [--part open|held-out] [--misses]
"""

import argparse
from collections import Counter

from benchmarks.corpora import corpus
from benchmarks.scoring import scorer
from jumelage.reading.names import find_names
from jumelage.reading.reader import annotate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", default=["dev", "seeds"])
    parser.add_argument("--part", choices=["all", "open", "held-out"], default="all")
    parser.add_argument("--language")
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    args = parser.parse_args()
    score = scorer()
    hits, gold, found = Counter[str](), Counter[str](), Counter[str]()
    for name in args.corpora:
        for document in corpus(name):
            if args.part != "all" and document.held_out != (args.part == "held-out"):
                continue
            if args.language not in (None, document.gold["language"]):
                continue
            entities, _ = find_names(annotate(document.text, None))
            named = [{"type": e.type.value, "names": [f.text for f in e.names]} for e in entities.values()]
            found.update(e["type"] for e in named)
            for entity in document.gold["entities"].values():
                key = f"{entity['type']} {document.gold['language']}"
                hit = any(score.same_entity(entity, other) for other in named)
                gold[key] += 1
                hits[key] += hit
                if args.misses and not hit:
                    print(document.name, entity["type"], entity["names"], entity.get("level", ""))
    for key in sorted(gold):
        print(f"{key:20} {hits[key] / gold[key]:.2f} of {gold[key]}")
    print(dict(found))


if __name__ == "__main__":
    main()
