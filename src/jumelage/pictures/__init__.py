"""Pictures, one declarative description each (Vega), from which both the page's and the paper's picture are drawn."""

from jumelage.pictures.description import Description
from jumelage.pictures.drawing import Form, converted, drawn

__all__ = ["Description", "Form", "converted", "drawn"]
