"""Reads damaged texts by the thousand: the annotated documents cut, shuffled, joined, repeated, damaged and misread.

python -m benchmarks.robustness [--texts N] [--longest N] [--seed N]

Prints what broke, if anything did, how many texts had claims, and the slowest text.
"""

import argparse
import random
import sys
import time

from benchmarks.corpora import FOLDERS, corpus
from jumelage.reading import read

NOISE = "\x00\u202e\ufffdÃ©“()|-\t\n12.年与&#;"
ENCODINGS = ("latin-1", "cp1252", "gb18030", "utf-16-le", "big5", "shift_jis")
OFTEN = 40
"""So many times at most a text is repeated."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--longest", type=int, default=200, help="characters of a piece of a document")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    texts = [d.text for name in FOLDERS for d in corpus(name)]
    chance = random.Random(args.seed)  # noqa: S311  no secrets here
    broken = claims = characters = 0
    slowest = (0.0, "")
    for number in range(args.texts):
        text = mutated(chance, texts, args.longest)
        start = time.process_time()
        try:
            claims += bool(read(text, document="").claims)
        except Exception as error:  # noqa: BLE001  every failure is counted
            broken += 1
            print(f"text {number} of seed {args.seed}: {type(error).__name__}: {error}", file=sys.stderr)
        seconds = time.process_time() - start
        slowest = max(slowest, (seconds, f"text {number}, {len(text)} characters in {seconds:.2f} s"))
        characters += len(text)
    print(f"{args.texts} texts of {characters} characters read, {claims} with claims, {broken} broke the reader")
    print(f"the slowest: {slowest[1]}")
    return bool(broken)


def mutated(chance: random.Random, texts: list[str], longest: int) -> str:
    """Pieces of some documents, joined, with words shuffled and characters lost, doubled or replaced."""
    pieces = []
    for text in chance.sample(texts, chance.randint(1, 3)):
        start = chance.randrange(len(text))
        pieces.append(text[start : start + chance.randint(1, longest)])
    text = chance.choice(["", " ", "\n", "\n\n", "\t"]).join(pieces)
    if chance.random() < 0.3:
        words = text.split(" ")
        chance.shuffle(words)
        text = " ".join(words)
    if chance.random() < 0.1:
        text = text.encode(chance.choice(["utf-8", "gb18030"])).decode(chance.choice(ENCODINGS), "replace")
    characters = list(text)
    for _ in range(chance.randint(0, 1 + len(characters) // 40)):
        place = chance.randrange(len(characters) or 1)
        anything = chr(chance.choice([chance.randrange(0x20, 0xD800), chance.randrange(0xE000, 0x110000)]))
        noise = chance.choice(["", "".join(characters[place : place + 1]) * 2, chance.choice(NOISE), anything])
        characters[place : place + 1] = noise
    text = "".join(characters)
    return text * chance.randint(1, OFTEN) if chance.random() < 0.01 else text


if __name__ == "__main__":
    sys.exit(main())
