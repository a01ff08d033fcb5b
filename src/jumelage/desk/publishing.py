"""Writes the public site: plain pages that any web server can hand out, in every language of the interface."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from jumelage.desk.public import Entry, Site, TwinningPage, site_in
from jumelage.pictures import Form, drawn

SIGN = "jumelage-site"
"""A file of this name tells a folder that holds a site from one that holds something else."""
STYLE = Path(__file__).parent / "static" / "desk" / "public.css"


class NotASite(Exception):
    """The folder holds something else, and writing the site would take it away."""


def write_site(folder: Path, address: str = "") -> int:
    """Writes the site in place of the one before, and returns how many records it shows.

    `address` is where the site will stand, for its feeds. The folder is made anew: what is no longer published is
    gone. Raises `NotASite` where it holds anything but a site.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / SIGN).exists():
        raise NotASite(f"{folder} holds something else. Name an empty folder, or one that is not there yet.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        written = Path(temporary) / "site"
        written.mkdir()
        (written / SIGN).write_text("Written by jumelage publish, which replaces everything here.\n", encoding="utf-8")
        shutil.copyfile(STYLE, written / "public.css")
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                site = site_in(code)
                _write_language(written / code, site, code, address)
                if code == settings.LANGUAGE_CODE:
                    _write_index(written / "index.html", site, code, up="", within=f"{code}/")
        if folder.exists():
            shutil.rmtree(folder)
        written.rename(folder)
    return len(site.entries)


def _write_language(folder: Path, site: Site, code: str, address: str) -> None:
    folder.mkdir()
    _write_index(folder / "index.html", site, code, up="../", within="")
    for page in site.twinnings:
        about = {"page": page, "data": _json_ld([_about(page)])}
        _write(folder / page.entry.file, "twinning", {**about, "language": code, "up": "../", "here": page.entry.file})
    (folder / "map.svg").write_bytes(drawn(site.map, Form.SVG))
    (folder / "feed.xml").write_text(_feed(site, code, urljoin(address, f"{code}/")), encoding="utf-8")


def _write_index(file: Path, site: Site, code: str, *, up: str, within: str) -> None:
    """`up` leads from the page to the root of the site, `within` to the folder of its language."""
    about = {"site": site, "data": _json_ld([_about(page) for page in site.twinnings])}
    _write(file, "index", {**about, "language": code, "up": up, "within": within, "here": "index.html"})


def _write(file: Path, template: str, context: Mapping[str, Any]) -> None:
    always = {"languages": settings.LANGUAGES, "today": timezone.localdate()}
    file.write_text(render_to_string(f"desk/public/{template}.html", {**always, **context}), encoding="utf-8")


def _feed(site: Site, code: str, address: str) -> str:
    feed = Atom1Feed(title=_("Twinnings"), link=address, description="", language=code, feed_url=f"{address}feed.xml")
    for entry in site.entries:
        feed.add_item(
            title=entry.title,
            link=f"{address}{entry.file}",
            description=entry.when,
            unique_id=f"{address}{entry.file}#{entry.record}",
            updateddate=entry.updated,
        )
    return feed.writeString("utf-8")


def _about(page: TwinningPage) -> dict[str, Any]:
    """A twinning for search engines. schema.org has no word for it, so it is a page about its parties.

    Dates are told only where they are known to the day, as schema.org has no others.
    """
    types = {"place": "AdministrativeArea", "organisation": "Organization", "person": "Person"}
    return {
        "@type": "WebPage",
        "name": page.entry.title,
        "url": page.entry.file,
        "inLanguage": translation.get_language(),
        "dateModified": page.entry.updated.isoformat(),
        "about": [{"@type": types[party.kind], "name": party.name} for party in page.parties],
        "keywords": list(page.topics),
        "mentions": [_mentioned(entry) for entry in page.history],
    }


def _mentioned(entry: Entry) -> dict[str, Any]:
    happened = entry.kind in ("visit", "event")
    found: dict[str, Any] = {"@type": "Event" if happened else "CreativeWork", "name": entry.title}
    if entry.day:
        found["startDate" if happened else "dateCreated"] = entry.day
    return found


def _json_ld(graph: list[dict[str, Any]]) -> str:
    """JSON that stays within its element whatever the names are."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
