"""Addresses of the pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.i18n import set_language

from jumelage.desk.views.documents import document_page, original
from jumelage.desk.views.home import home
from jumelage.desk.views.in_force import in_force_csv, in_force_page
from jumelage.desk.views.kept_lists import drop_list, keep_list
from jumelage.desk.views.lists import document_list, record_csv, record_list
from jumelage.desk.views.records import record_page
from jumelage.desk.views.review import review
from jumelage.desk.views.search import search

app_name = "desk"
urlpatterns = [
    path("", home, name="home"),
    path("language/", set_language, name="language"),
    path("search/", search, name="search"),
    path("sign-in/", LoginView.as_view(template_name="desk/sign_in.html"), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("documents/", document_list, name="documents"),
    path("documents/<int:pk>/", document_page, name="document"),
    path("documents/<int:pk>/original", original, name="original"),
    path("in-force/", in_force_page, name="in-force"),
    path("in-force.csv", in_force_csv, name="in-force-csv"),
    path("<slug:slug>.csv", record_csv, name="csv"),
    path("<slug:slug>/", record_list, name="list"),
    path("<slug:slug>/keep", keep_list, name="keep-list"),
    path("kept-lists/<int:pk>/drop", drop_list, name="drop-list"),
    path("<slug:slug>/<int:pk>/", record_page, name="record"),
    path("<slug:slug>/<int:pk>/review", review, name="review"),
]
