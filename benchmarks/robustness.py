"""Reads damaged texts by the thousand: the annotated documents cut, shuffled, joined and damaged.

python -m benchmarks.robustness [--texts N] [--seed N]

Prints what broke, if anything did, and the slowest text in characters a second.
"""

import argparse
import random
import sys
import time

from benchmarks.corpora import FOLDERS, corpus
from jumelage.reading import read

LONGEST = 1500
NOISE = "\x00\u202e\ufffdÃ©“()|-\t\n12.年与&#;"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    texts = [d.text for name in FOLDERS for d in corpus(name)]
    chance = random.Random(args.seed)  # noqa: S311  no secrets here
    broken, slowest = 0, float("inf")
    for number in range(args.texts):
        text = mutated(chance, texts)
        start = time.process_time()
        try:
            read(text, document="")
        except Exception as error:  # noqa: BLE001  every failure is counted
            broken += 1
            print(f"text {number} of seed {args.seed}: {type(error).__name__}: {error}", file=sys.stderr)
        slowest = min(slowest, len(text) / max(time.process_time() - start, 1e-6))
    print(f"{args.texts} texts read, {broken} broke the reader; the slowest at {slowest:.0f} characters/s")
    return bool(broken)


def mutated(chance: random.Random, texts: list[str]) -> str:
    """Pieces of some documents, joined, with words shuffled and characters lost, doubled or replaced."""
    pieces = []
    for text in chance.sample(texts, chance.randint(1, 3)):
        start = chance.randrange(len(text))
        pieces.append(text[start : start + chance.randint(1, LONGEST)])
    text = chance.choice(["", " ", "\n", "\n\n"]).join(pieces)
    if chance.random() < 0.3:
        words = text.split(" ")
        chance.shuffle(words)
        text = " ".join(words)
    characters = list(text)
    for _ in range(chance.randint(0, 1 + len(characters) // 40)):
        place = chance.randrange(len(characters) or 1)
        characters[place : place + 1] = chance.choice(["", characters[place] * 2, chance.choice(NOISE)])
    return "".join(characters)


if __name__ == "__main__":
    sys.exit(main())
