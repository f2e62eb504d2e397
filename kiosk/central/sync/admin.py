"""What kiosks sent, to look at; and the computers that want to be a kiosk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.journal import note
from kiosk.central.fleet.models import Branch, Kiosk
from kiosk.central.fleet.placing import place
from kiosk.central.reached import LookedAt, PlacedForm, ReachedAdmin
from kiosk.central.roles import homes, narrowed
from kiosk.central.sync.enrolment import approve, plain
from kiosk.central.sync.models import Fact, Waiting
from kiosk.central.workspaces.models import Desk


@admin.register(Fact)
class FactAdmin(LookedAt):
    list_display = ["kind", "kiosk", "happened", "received", "status"]
    list_filter = ["kind", "status"]
    fields = ["kind", "kiosk", "seq", "at", "happened", "received", "status"]


class ApprovalForm(PlacedForm):
    """Which kiosk a waiting computer is: a new one, or the one that stands there already."""

    branch = forms.ModelChoiceField(
        Branch.objects.all(), label=gettext_lazy("branch"), help_text=gettext_lazy("Where this screen stands.")
    )
    desk = forms.ModelChoiceField(
        Desk.objects.all(),
        required=False,
        label=gettext_lazy("desk"),
        widget=AutocompleteSelect(Kiosk._meta.get_field("desk"), admin.site),
        help_text=gettext_lazy("The desk that this screen is, if one can take a seat at it."),
    )
    name = forms.CharField(
        required=False,
        max_length=100,
        label=gettext_lazy("name"),
        help_text=gettext_lazy("Empty: as its desk. A name that is there already: this computer takes its place."),
    )

    class Meta:
        model = Waiting
        fields: list[str] = []

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        if self.viewer is not None:
            self.fields["branch"].queryset = homes(self.viewer)  # type: ignore[attr-defined]
            self.fields["desk"].queryset = narrowed(Desk.objects.all(), self.viewer)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        branch, desk = given.get("branch"), given.get("desk")
        if branch and desk and desk.branch_id != branch.pk:
            self.add_error("desk", _("This desk is in another branch."))
        elif branch and not desk and not given.get("name"):
            self.add_error("name", _("Choose a desk, or fill in a name."))
        return given


@admin.register(Waiting)
class WaitingAdmin(ReachedAdmin):
    """Staff type the code that they read on a screen, or pick it, and choose what that computer is."""

    form = ApprovalForm
    list_display = ["shown", "asked", "expires", "address"]
    search_fields = ["code"]
    search_help_text = gettext_lazy("Type the code that is on the screen of the computer.")
    fields = ["shown", "asked", "address", "branch", "desk", "name"]
    readonly_fields = ["shown", "asked", "address"]

    @admin.display(description=gettext_lazy("code on the screen"), ordering="code")
    def shown(self, waiting: Waiting) -> str:
        return str(waiting)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **how: Any) -> HttpResponse:
        # Once let in it waits no more, so there is nothing to stay with
        return super().render_change_form(request, {**context, "show_save_and_continue": False}, *args, **how)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Waiting], search_term: str
    ) -> tuple[QuerySet[Waiting], bool]:
        return super().get_search_results(request, queryset, plain(search_term))

    def save_model(self, request: HttpRequest, obj: Waiting, form: Any, change: bool) -> None:
        given = form.cleaned_data
        desk = given["desk"].pk if given["desk"] else ""
        approve(obj, place(given["branch"].pk, desk, given["name"]))

    def log_change(self, request: HttpRequest, obj: Waiting, message: Any) -> Any:
        """What was let in is noted, not the code it showed."""
        return note(request.user, "let", obj.kiosk)

    def response_change(self, request: HttpRequest, obj: Waiting) -> HttpResponse:
        text = _("%(kiosk)s is enrolled: its screen follows within seconds.")
        self.message_user(request, text % {"kiosk": obj.kiosk}, messages.SUCCESS)
        return self.response_post_save_change(request, obj)
