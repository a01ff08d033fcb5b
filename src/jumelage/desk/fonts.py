"""The font that Chinese is drawn with comes from an installed package and is served from there."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

FOLDER = Path(pylopdf_fonts_zh_cn.__file__).parent
SANS = "NotoSansSC-Regular.otf"


class FontFinder(BaseFinder):
    """Finds the one font that the style sheet asks for."""

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        found = str(FOLDER / SANS) if path == SANS else None
        return [found] if found and find_all else found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:  # noqa: ARG002  the finders' own signature
        yield SANS, FileSystemStorage(location=FOLDER)
