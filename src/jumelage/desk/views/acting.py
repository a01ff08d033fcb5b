"""What all pages on which officers do something have in common."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from jumelage.register.actions import NothingToSay, Outdated, may_write
from jumelage.register.alone import Busy
from jumelage.register.models import LogEntry

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def for_officers(view: View[P]) -> View[P]:
    """Who is not signed in is asked to; an account that only reads is told that it may not."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not may_write(officer_of(request)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def officer_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101  the page is for officers
    return request.user


def done(request: HttpRequest, entry: LogEntry, words: str) -> None:
    """Tells on the next page what was done, with a button that takes it back."""
    messages.success(request, words, extra_tags=str(entry.pk))


@contextmanager
def explaining(request: HttpRequest) -> Iterator[None]:
    """Tells on the next page why nothing was done, where somebody was quicker or it was so already."""
    try:
        with explaining_nothing(request):
            yield
    except Outdated:
        messages.warning(request, _("This record has changed since you opened it. Look at it again, then decide."))
    except Busy:
        messages.warning(request, _("A list is being imported at this moment. Wait until it is done, then try again."))


@contextmanager
def explaining_nothing(request: HttpRequest) -> Iterator[None]:
    """Tells on the next page that what was asked for was so already."""
    try:
        yield
    except NothingToSay:
        messages.info(request, _("That had been said already."))


def back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To the page of the desk that the form was sent from, where it says which."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return redirect(wanted if ours else otherwise)


def no_such_form() -> BadRequest:
    return BadRequest(_("This form is not one of the desk's. Load the page again."))


def number(text: str | None) -> int:
    """A key or a version from a form; BadRequest where it is none."""
    if not text or not text.isdecimal():
        raise no_such_form()
    return int(text)


def seen(request: HttpRequest) -> dict[int, int]:
    """The records that were ticked, each with the version that the officer saw."""
    pairs = [tick.partition(":")[::2] for tick in request.POST.getlist("seen")]
    return {number(record): number(version) for record, version in pairs}
