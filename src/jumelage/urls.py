"""Addresses: each face of the product has its own list."""

from django.urls import include, path

urlpatterns = [path("", include("jumelage.desk.urls"))]

handler400 = "jumelage.desk.views.errors.bad_request"
handler403 = "jumelage.desk.views.errors.forbidden"
handler404 = "jumelage.desk.views.errors.not_found"
handler500 = "jumelage.desk.views.errors.broken"
