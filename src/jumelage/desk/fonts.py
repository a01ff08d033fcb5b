"""The font that Chinese is drawn with comes from an installed package and is served from there."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from jumelage.pictures.drawing import FONTS

SANS = "NotoSansSC-Regular.otf"


class FontFinder(BaseFinder):
    """Finds the one font that the style sheet asks for."""

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        found = str(FONTS / SANS) if path == SANS else None
        return [found] if found and find_all else found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:  # noqa: ARG002  the finders' own signature
        yield SANS, FileSystemStorage(location=FONTS)
