"""The project keeps its own word: documents point to what exists, and tell everything that can be typed."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from jumelage.cli import main

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


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for part, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {part}")
        else:
            yield f"{name} {part}", command


@pytest.mark.parametrize(("name", "command"), [pytest.param(n, c, id=n) for n, c in commands(main, "jumelage")])
def test_every_command_is_told(name: str, command: click.Command) -> None:
    told = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `([^`]+?)(?: [A-Z][^`]*)?`\n(.*?)(?=^## |\Z)", told, re.MULTILINE | re.DOTALL))
    assert command.help, f"{name} has no help"
    assert name in sections, f"docs/commands.md tells nothing of {name}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]} has no help"
            assert f"`{max(parameter.opts, key=len)}" in sections[name], f"docs/commands.md: {name} {parameter.opts[0]}"


def test_every_setting_is_told() -> None:
    settings = (ROOT / "src" / "jumelage" / "settings.py").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in set(re.findall(r"JUMELAGE_\w+", settings)) if f"| `{name}` |" not in told] == []
