"""What tests of several floors share."""

from pathlib import Path

import pytest
from hypothesis import settings

# How fast an example ran says nothing on a machine that does other things too.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The annotated documents beside the checkout; tests that need them are skipped where they are not there."""
    folder = ROOT.parent / "shared" / "benchmark"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here")
    return folder
