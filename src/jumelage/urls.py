"""Addresses: each face of the product has its own list."""

from django.urls import include, path

urlpatterns = [path("", include("jumelage.desk.urls"))]
