"""What is told when something is wrong: what it is, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "desk/400.html", {"reason": str(exception)}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """Also what is shown where a form has no token that fits; Django then gives the `reason`."""
    return render(request, "desk/403.html", {"reason": str(exception or ""), "form_failed": bool(reason)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "desk/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Asks neither the register nor the session: they may be what is broken."""
    return HttpResponse(render_to_string("desk/500.html"), status=500)
