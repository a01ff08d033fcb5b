"""Pictures drawn for paper: SVG, PNG and PDF from a description, without a browser and without any network."""

from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path

import pylopdf_fonts_zh_cn
import pypdfium2
import vl_convert

from jumelage.pictures.description import Description

FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
"""The folder of the package with the font that Chinese is drawn with."""
FONT = "Noto Sans SC"
SHARPNESS = 2
"""Pixels of a PNG to one of the description, so that it is sharp on paper."""


class Form(StrEnum):
    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


def drawn(description: Description, form: Form) -> bytes:
    """The picture as a file of that form. ValueError where the description is none.

    A PNG is made from the PDF: what draws SVG directly takes minutes for some ten thousand lines.
    """
    _know_the_fonts()
    described = {**description, "config": {**description.get("config", {}), "font": FONT}}
    if form is Form.SVG:
        return vl_convert.vega_to_svg(described, allowed_base_urls=[]).encode()
    paper = vl_convert.vega_to_pdf(described, allowed_base_urls=[])
    return paper if form is Form.PDF else _png(paper)


def converted(svg: str, form: Form) -> bytes:
    """A picture that is SVG already as a file of that form."""
    _know_the_fonts()
    if form is Form.SVG:
        return svg.encode()
    paper = vl_convert.svg_to_pdf(svg)
    return paper if form is Form.PDF else _png(paper)


def _png(paper: bytes) -> bytes:
    """The one page of a PDF as pixels. Its measures are in points, 72 to the inch, as Vega's pixels are on paper."""
    document = pypdfium2.PdfDocument(paper)
    file = BytesIO()
    document[0].render(scale=SHARPNESS).to_pil().save(file, "PNG", optimize=True)
    document.close()
    return file.getvalue()


@cache
def _know_the_fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))
