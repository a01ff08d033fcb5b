"""Scores readings against the annotations, by the rules of `score.py`."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.corpora import SCORE, Annotated

Found = Mapping[str, Any]
"""A reading in the shape of the interchange format."""


def scorer() -> ModuleType:
    """The module that scores readings against annotations."""
    spec = importlib.util.spec_from_file_location("score", SCORE)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_score(documents: Sequence[Annotated], found: Sequence[Found], *options: str) -> tuple[str, str]:
    """What `score.py` prints for the readings of some documents, and what it prints as errors: the misses."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "gold").mkdir()
        (root / "text").mkdir()
        lines = [json.dumps(reading, ensure_ascii=False) for reading in found]
        (root / "claims.jsonl").write_text("\n".join(lines), encoding="utf-8")
        for document in documents:
            (root / "gold" / f"{document.name}.json").write_text(json.dumps(document.gold), encoding="utf-8")
            (root / "text" / f"{document.name}.txt").write_bytes(document.text.encode())
        arguments = [str(root / "claims.jsonl"), str(root / "gold"), "--text", str(root / "text"), *options]
        scored = subprocess.run(  # noqa: S603  our own arguments
            [sys.executable, str(SCORE), *arguments], capture_output=True, text=True, check=True
        )
    return scored.stdout, scored.stderr


def right_claims(document: Annotated, found: Found) -> list[tuple[Found, bool]]:
    """The claims of a reading, each with whether the annotation has it."""
    score = scorer()
    pairs = score.pair_up(score.Document(document.gold), score.Document(found))
    right = {index for _, index in pairs}
    return [(claim, index in right) for index, claim in enumerate(found["claims"])]
