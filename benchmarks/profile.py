"""Where the time of reading goes.

python -m benchmarks.profile [LANGUAGE …] [--lines N]
"""

import argparse
from cProfile import Profile
from pstats import SortKey, Stats

from benchmarks.corpora import FOLDERS, corpus
from jumelage.reading import read
from jumelage.reading.lexicon import languages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", help="only documents in these")
    parser.add_argument("--lines", type=int, default=40)
    args = parser.parse_args()
    texts = [d.text for name in FOLDERS for d in corpus(name) if d.gold["language"] in (args.languages or languages())]
    for text in texts:
        read(text, document="")
    with Profile() as profile:
        for text in texts:
            read(text, document="")
    stats = Stats(profile).strip_dirs()
    stats.sort_stats(SortKey.CUMULATIVE).print_stats(args.lines)
    stats.sort_stats(SortKey.TIME).print_stats(args.lines)


if __name__ == "__main__":
    main()
