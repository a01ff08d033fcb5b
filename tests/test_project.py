"""The project keeps its own word: documents point to what exists, and tell everything that can be typed."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")


def project() -> dict[str, str]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {page for page in pages if f"({page})" not in index} == set()


def test_every_example_is_described() -> None:
    told = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")
    documents = [path.name for path in (ROOT / "examples").iterdir()]
    assert len(documents) >= 12
    assert [name for name in documents if f"`{name}`" not in told] == []


def test_the_public_description_is_of_this_version() -> None:
    described = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    assert f"\nsoftwareVersion: {project()['version']}\n" in described
    assert f"\n  license: {project()['license']}\n" in described


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "uv.txt"])
def test_pins_have_hashes_and_no_addresses(name: str) -> None:
    pins = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", pins)
    assert [line for line in requirements if "==" not in line or "--hash=sha256:" not in line] == []
    assert "://" not in pins
