"""The annotated documents the reader is measured on: those beside the checkout, where there are any, and our own."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "benchmark"
SCORE = SHARED / "score.py"
FOLDERS = {"dev": SHARED / "dev", "seeds": SHARED / "seeds", "own": ROOT / "benchmarks" / "corpus"}


@dataclass(frozen=True)
class Annotated:
    """A document of a corpus with its gold annotation, in the shape of the interchange format."""

    name: str
    text: str
    gold: dict[str, Any]

    @property
    def held_out(self) -> bool:
        """Kept unseen while building: a third of the documents, told by the last digit of their number."""
        return self.name[-1] in "369"


def corpus(name: str) -> Iterator[Annotated]:
    """The documents of a corpus in the order of their names; none where the corpus is not there."""
    for gold in sorted((FOLDERS[name] / "gold").glob("*.json")):
        text = (FOLDERS[name] / "text" / f"{gold.stem}.txt").read_bytes().decode("utf-8")
        yield Annotated(gold.stem, text, json.loads(gold.read_text(encoding="utf-8")))
