"""Writes a paper as PDF: with tags for those who can't see it (PDF/UA-1), its fonts within, sources at the foot."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import typst

from jumelage.briefings.briefing import Block, Briefing, Bullets, Heading, Line, Paragraph, Picture, Table
from jumelage.briefings.layouts import layout

FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
LAYOUT = "briefing.typ"


class BadLayout(ValueError):
    """The office's own layout can't be set."""


def as_pdf(briefing: Briefing, office: Path | None = None) -> bytes:
    """The paper as a PDF file. `office` is the folder with the office's own layouts; `BadLayout` where one is wrong."""
    language, _, region = briefing.language.partition("-")
    paper = {
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "made": briefing.made,
        "lang": language,
        "region": "cn" if region.lower() == "hans" else "",
        "blocks": [_block(block) for block in briefing.blocks],
    }
    source = layout(LAYOUT, office)
    assert source is not None  # noqa: S101  ours is there where the office has none
    try:
        return typst.compile(
            source,
            sys_inputs={"briefing": json.dumps(paper, ensure_ascii=False)},
            font_paths=_fonts(),
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        raise BadLayout(f"The layout {LAYOUT} can't be set: {error}") from error


@cache
def _fonts() -> typst.Fonts:
    """Those of typst and of the package with Chinese, so that a paper looks alike wherever it is made."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": text, "level": level}
        case Paragraph(line):
            return {"kind": "paragraph", "line": _line(line)}
        case Bullets(lines):
            return {"kind": "bullets", "lines": [_line(line) for line in lines]}
        case Table(header, rows):
            return {"kind": "table", "header": list(header), "rows": [_cells(row) for row in rows]}
        case Picture(svg, shows):
            return {"kind": "picture", "svg": svg, "shows": shows}


def _cells(row: Iterable[Line]) -> list[list[dict[str, Any]]]:
    return [_line(cell) for cell in row]


def _line(line: Line) -> list[dict[str, Any]]:
    return [
        {
            "text": run.text,
            "link": run.link,
            "unknown": run.unknown,
            "notes": [{"text": note.text, "link": note.link} for note in run.notes],
        }
        for run in line
    ]
