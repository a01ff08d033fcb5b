"""Lists that officers keep under a name of their own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jumelage.desk.addresses import list_address
from jumelage.desk.lists import LISTS
from jumelage.desk.models import LONGEST_NAME, KeptList
from jumelage.desk.views.lists import kind_of


@require_POST
@login_required
def keep_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Keeps the list that the address asks for; a list of that name which the officer has already is replaced."""
    kind, name = kind_of(slug), request.POST.get("name", "").strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise BadRequest(_("A list is kept under a name of 1 to %(most)s characters.") % {"most": LONGEST_NAME})
    LISTS[kind].records(request.GET)
    address = f"{list_address(kind)}?{request.GET.urlencode()}"
    assert isinstance(request.user, User)  # noqa: S101  login_required
    KeptList.objects.update_or_create(officer=request.user, name=name, defaults={"address": address})
    messages.success(request, _("The list is kept as “%(name)s” on your first page.") % {"name": name})
    return redirect(address)


@require_POST
@login_required
def drop_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Forgets one of the officer's own lists."""
    assert isinstance(request.user, User)  # noqa: S101  login_required
    get_object_or_404(KeptList, pk=pk, officer=request.user).delete()
    return redirect("desk:home")
