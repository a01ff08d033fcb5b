"""The reader as the register names it."""

from importlib.metadata import version

READER = version("jumelage")
"""The version of the program; another one may read the same document otherwise."""
