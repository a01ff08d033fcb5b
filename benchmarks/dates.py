"""How many of the dates that the annotated claims bear are found in their texts, and how fast.

    python -m benchmarks.dates [dev] [seeds] [own] [--part open|held-out] [--misses] [--spurious]

A date counts as found where some mention in its document has it as its date or as one end of its interval. Mentions
that no claim uses are counted as unused: most are dates of things that are no claims.
"""

import argparse
import time
from collections import Counter

from benchmarks.corpora import Annotated, corpus
from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.dates import document_date, find_dates
from jumelage.reading.reader import annotate
from jumelage.vocabulary.edtf import Edtf

FIELDS = ("since", "until", "signed", "start", "end", "due", "date")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", default=["dev", "seeds"], help="dev, seeds, own")
    parser.add_argument("--part", choices=["all", "open", "held-out"], default="all")
    parser.add_argument("--misses", action="store_true", help="list the dates that were not found")
    parser.add_argument("--unused", action="store_true", help="list the mentions that no claim uses")
    args = parser.parse_args()
    documents = [
        d
        for name in args.corpora
        for d in corpus(name)
        if args.part == "all" or d.held_out == (args.part == "held-out")
    ]
    found: Counter[str] = Counter()
    for document in documents:
        read = annotate(document.text, None)
        found.update(_counts(document, read, args.misses, args.unused))
    print(f"{'':8}{'dates':>7}{'found':>7}{'share':>7}{'unused':>8}{'published':>11}{'right':>7}{'wrong':>7}")
    for row in (*sorted({d.gold["language"] for d in documents}), "all"):
        of = {key: found[f"{row} {key}"] for key in ("dates", "found", "unused", "published", "right", "wrong")}
        share = of["found"] / of["dates"] if of["dates"] else 0
        print(
            f"{row:8}{of['dates']:7}{of['found']:7}{share:7.3f}{of['unused']:8}"
            f"{of['published']:11}{of['right']:7}{of['wrong']:7}"
        )
    print(f"{_speed(documents):,.0f} characters a second, one core, cut into sentences beforehand")


def _counts(document: Annotated, read: AnnotatedText, list_misses: bool, list_unused: bool) -> Counter[str]:
    """What was found of one document's dates, for its language and for all."""
    mentions = [m for found in read.dates for m in found]
    have = {text for m in mentions if m.date for text in _ways(m.date)}
    wanted = [(f"{c['type']}.{f}", c[f]) for c in document.gold["claims"] for f in FIELDS if f in c]
    counts: Counter[str] = Counter()
    for row in (document.gold["language"], "all"):
        counts[f"{row} dates"] += len(wanted)
        counts[f"{row} found"] += sum(date in have for _, date in wanted)
        counts[f"{row} unused"] += sum(
            m.date is not None and not _ways(m.date) & {d for _, d in wanted} for m in mentions
        )
    if list_misses:
        for field, date in wanted:
            if date not in have:
                print(f"{document.name}  missed  {field} {date}")
    if list_unused:
        for m in mentions:
            if not (m.date and _ways(m.date) & {d for _, d in wanted}):
                said = read.repaired.text[m.start : m.end]
                print(f"{document.name}  unused  {said!r} {m.date} {m.role or ''} {m.worked_out or ''} {m.kind}")
    for row in (document.gold["language"], "all"):
        if published := document.gold.get("published"):
            counts[f"{row} published"] += 1
            counts[f"{row} right"] += str(read.published) == published
        counts[f"{row} wrong"] += read.published is not None and str(read.published) != published
    if list_misses and str(read.published or None) != str(document.gold.get("published")):
        print(f"{document.name}  published  {document.gold.get('published')} read as {read.published}")
    return counts


def _ways(date: Edtf) -> set[str]:
    """A date and, for an interval, its ends."""
    return {date.text, *date.text.split("/")}


def _speed(documents: list[Annotated]) -> float:
    cut = [annotate(d.text, None) for d in documents]
    began = time.process_time()
    for read in cut:
        find_dates([(s.start, s.text) for s in read.sentences], [s.language for s in read.sentences], read.published)
        document_date(read.repaired.text, read.language)
    return sum(len(d.text) for d in documents) / (time.process_time() - began)


if __name__ == "__main__":
    main()
