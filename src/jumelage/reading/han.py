"""Traditional Chinese characters read as simplified ones, one for one, so that offsets stay what they were."""

from functools import cache
from importlib.resources import files


def simplified(text: str) -> str:
    """`text` with every traditional character replaced by its simplified form; the length does not change."""
    return text.translate(_simplified_forms())


@cache
def _simplified_forms() -> dict[int, int]:
    """Made from OpenCC by `scripts/build_gazetteer.py`: traditional characters in one line, simplified in the other."""
    lines = files("jumelage.reading").joinpath("data/han.txt").read_text(encoding="utf-8").splitlines()
    traditional, simple = lines
    return dict(zip(map(ord, traditional), map(ord, simple), strict=True))
