"""Papers that go out of the desk, as Word to edit and as PDF to hand out, from one description.

`briefing` says what a paper consists of, `word` and `pdf` write it, `layouts/` holds how it looks; an office may put
layouts of its own in the folder of the register.
"""

from jumelage.briefings.briefing import Block, Briefing, Bullets, Heading, Line, Note, Paragraph, Picture, Run, Table
from jumelage.briefings.pdf import BadLayout, as_pdf
from jumelage.briefings.word import as_word

__all__ = [
    "BadLayout",
    "Block",
    "Briefing",
    "Bullets",
    "Heading",
    "Line",
    "Note",
    "Paragraph",
    "Picture",
    "Run",
    "Table",
    "as_pdf",
    "as_word",
]
