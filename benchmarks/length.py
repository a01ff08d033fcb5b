"""Shows that the time of reading grows with the length of a text and no faster: documents joined, with names exchanged.

python -m benchmarks.length [MEGABYTES …]

Each length is read by a process of its own; printed are seconds, characters a second, and the most memory.
"""

import argparse
import random
import re
import resource
import subprocess
import sys
import time

from benchmarks.corpora import FOLDERS, ROOT, corpus
from jumelage.reading import read

CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", nargs="*", type=float, default=[1.0, 10.0])
    parser.add_argument("--one", type=float, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        _read_one(args.one)
        return
    for size in args.megabytes:
        command = [sys.executable, "-m", "benchmarks.length", "--one", str(size)]
        subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603  our own arguments


def _read_one(megabytes: float) -> None:
    text = long_text(int(megabytes * 1e6))
    start = time.process_time()
    claims = len(read(text, document="").claims)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{len(text) / 1e6:.2f} million characters, {claims} claims: {seconds:.1f} s, "
        f"{len(text) / seconds / 1000:.1f} k characters/s, {memory} MB",
        flush=True,
    )


def long_text(length: int) -> str:
    """The annotated documents again and again, their capitalised words exchanged anew each time."""
    documents = [d.text for name in FOLDERS for d in corpus(name)]
    names = sorted({name for text in documents for name in CAPITALISED.findall(text)})
    chance = random.Random(0)  # noqa: S311  no secrets here
    pieces: list[str] = []
    total = 0
    while total < length:
        other = dict(zip(names, chance.sample(names, len(names)), strict=True))
        for document in documents:
            pieces.append(CAPITALISED.sub(lambda name: other[name[0]], document))  # noqa: B023  used at once
            total += len(pieces[-1]) + 2
    return "\n\n".join(pieces)[:length]


if __name__ == "__main__":
    main()
