"""Finds the layout of a paper: the office's own, or else the one that comes with the program."""

from importlib.resources import files
from pathlib import Path


def layout(name: str, office: Path | None = None) -> bytes | None:
    """The layout file of that name from the folder of the office, or else ours; None where there is neither."""
    for folder in (office, files(__name__)):
        if folder is not None and (file := folder.joinpath(name)).is_file():
            return file.read_bytes()
    return None
