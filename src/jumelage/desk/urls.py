"""Addresses of the pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.i18n import set_language

from jumelage.desk.views.agenda import agenda_page, duties_page
from jumelage.desk.views.attachments import attach_file, attached_file, detach_file
from jumelage.desk.views.briefings import answer_file, briefing_file, briefings_page
from jumelage.desk.views.conflicts import conflicts, settle_conflict
from jumelage.desk.views.documents import document_page, original
from jumelage.desk.views.editing import edit_record, lookup, new_record
from jumelage.desk.views.feeds import feed, feeds_page, make, revoke
from jumelage.desk.views.home import home
from jumelage.desk.views.importing import bring_list_in, import_page, leave_list, map_columns, send_list
from jumelage.desk.views.in_force import in_force_csv, in_force_page
from jumelage.desk.views.kept_lists import drop_list, keep_list
from jumelage.desk.views.lists import document_list, record_csv, record_list
from jumelage.desk.views.log import log, log_csv, log_entry, undo_entry
from jumelage.desk.views.maps import map_data, map_page
from jumelage.desk.views.networks import network_data, network_measures, network_page
from jumelage.desk.views.notes import take_note_away, write_note
from jumelage.desk.views.numbers import figure_data, numbers_page
from jumelage.desk.views.pictures import picture_file
from jumelage.desk.views.promises import answer, promises_csv, promises_page
from jumelage.desk.views.publications import publish_record
from jumelage.desk.views.records import record_page
from jumelage.desk.views.review import review, review_home
from jumelage.desk.views.review_document import looked_at, review_document
from jumelage.desk.views.review_records import review_many, review_records
from jumelage.desk.views.sameness import (
    compare,
    doubts,
    merge_records,
    merged,
    parts,
    settle_doubt,
    settle_merged,
)
from jumelage.desk.views.search import search
from jumelage.desk.views.spending import spending_csv, spending_page
from jumelage.desk.views.timelines import timeline_page
from jumelage.desk.views.vitality import vitality_page

app_name = "desk"
urlpatterns = [
    path("", home, name="home"),
    path("language/", set_language, name="language"),
    path("search/", search, name="search"),
    path("sign-in/", LoginView.as_view(template_name="desk/sign_in.html"), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("map/", map_page, name="map"),
    path("map/data.json", map_data, name="map-data"),
    path("timeline/", timeline_page, name="timeline"),
    path("network/", network_page, name="network"),
    path("network/data.json", network_data, name="network-data"),
    path("network/measures/", network_measures, name="measures"),
    path("numbers/", numbers_page, name="numbers"),
    path("numbers/<slug:name>.json", figure_data, name="figure-data"),
    path("pictures/<slug:name>.<slug:form>", picture_file, name="picture"),
    path("documents/", document_list, name="documents"),
    path("documents/<int:pk>/", document_page, name="document"),
    path("documents/<int:pk>/original", original, name="original"),
    path("in-force/", in_force_page, name="in-force"),
    path("in-force.csv", in_force_csv, name="in-force-csv"),
    path("agenda/", agenda_page, name="agenda"),
    path("agenda/rules/", duties_page, name="duties"),
    path("agenda/calendars/", feeds_page, name="feeds"),
    path("agenda/calendars/make", make, name="make-feed"),
    path("agenda/calendars/<int:pk>/revoke", revoke, name="revoke-feed"),
    path("calendars/<str:secret>.ics", feed, name="feed"),
    path("agreements/<int:pk>/attach", attach_file, name="attach"),
    path("attachments/<int:pk>/", attached_file, name="attached-file"),
    path("attachments/<int:pk>/detach", detach_file, name="detach"),
    path("alive/", vitality_page, name="vitality"),
    path("promises/", promises_page, name="promises"),
    path("promises.csv", promises_csv, name="promises-csv"),
    path("promises/<int:pk>/answer", answer, name="answer"),
    path("spending/", spending_page, name="spending"),
    path("spending.csv", spending_csv, name="spending-csv"),
    path("documents/<int:pk>/review", review_document, name="review-document"),
    path("documents/<int:pk>/looked-at", looked_at, name="looked-at"),
    path("review/", review_home, name="review-home"),
    path("review/records/", review_records, name="review-records"),
    path("review/many", review_many, name="review-many"),
    path("review/doubts/", doubts, name="doubts"),
    path("review/doubts/<int:pk>", settle_doubt, name="settle-doubt"),
    path("review/compare/", compare, name="compare"),
    path("review/merge", merge_records, name="merge"),
    path("review/merged/", merged, name="merged"),
    path("review/merged/settle", settle_merged, name="settle-merged"),
    path("review/conflicts/", conflicts, name="conflicts"),
    path("review/conflicts/<int:pk>", settle_conflict, name="settle-conflict"),
    path("log/", log, name="log"),
    path("log/<int:pk>/", log_entry, name="log-entry"),
    path("log/<int:pk>/undo", undo_entry, name="undo"),
    path("log/changes.csv", log_csv, name="log-csv"),
    path("lookup/", lookup, name="lookup"),
    path("import/", import_page, name="import"),
    path("import/send", send_list, name="send-list"),
    path("import/columns", map_columns, name="map-columns"),
    path("import/carry-out", bring_list_in, name="bring-list-in"),
    path("import/leave", leave_list, name="leave-list"),
    path("<slug:slug>/new", new_record, name="new"),
    path("<slug:slug>.csv", record_csv, name="csv"),
    path("<slug:slug>/", record_list, name="list"),
    path("<slug:slug>/keep", keep_list, name="keep-list"),
    path("notes/<int:pk>/take-away", take_note_away, name="take-note-away"),
    path("<slug:slug>/<int:pk>/notes", write_note, name="write-note"),
    path("kept-lists/<int:pk>/drop", drop_list, name="drop-list"),
    path("<slug:slug>/<int:pk>/", record_page, name="record"),
    path("<slug:slug>/<int:pk>/publish", publish_record, name="publish"),
    path("<slug:slug>/<int:pk>/papers/", briefings_page, name="briefings"),
    path("<slug:slug>/<int:pk>/papers/<slug:name>.<slug:form>", briefing_file, name="briefing"),
    path("<slug:slug>/answer.<slug:form>", answer_file, name="answer"),
    path("<slug:slug>/<int:pk>/review", review, name="review"),
    path("<slug:slug>/<int:pk>/same/", parts, name="parts"),
    path("<slug:slug>/<int:pk>/edit", edit_record, name="edit"),
]
