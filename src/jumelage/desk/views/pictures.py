"""Pictures as files, for documents."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from jumelage.desk.pictures import PICTURES, picture
from jumelage.pictures import Form

MEDIA_TYPES = {Form.SVG: "image/svg+xml", Form.PNG: "image/png", Form.PDF: "application/pdf"}


def picture_file(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """The picture of that name as the rest of the address asks for it."""
    if name not in PICTURES or form not in MEDIA_TYPES:
        raise Http404(f"{name}.{form}")
    content = picture(name, request.GET, get_language() or "en", Form(form))
    return HttpResponse(
        content,
        content_type=MEDIA_TYPES[Form(form)],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )
