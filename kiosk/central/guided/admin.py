"""Accounts, for who may manage them: the central team all, branch staff the volunteers of their branches."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kiosk.central import accounts
from kiosk.central.fleet.journal import note
from kiosk.central.guided.forms import AccountForm
from kiosk.central.guided.models import Account
from kiosk.central.reached import ReachedAdmin, by_branch
from kiosk.central.roles import ROLES, role_of, wholly

# One page for accounts, ours: Django's lets one tick any right
admin.site.unregister([User, Group])


class RoleFilter(admin.SimpleListFilter):
    """One of the three roles."""

    title = gettext_lazy("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[Any]:
        return ROLES if request.user.is_superuser else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "central":
                return queryset.filter(is_superuser=True)
            case "staff":
                return queryset.filter(is_superuser=False, is_staff=True)
            case "volunteer":
                return queryset.filter(is_staff=False)
        return queryset


class ActiveFilter(admin.SimpleListFilter):
    """Whether somebody may log in."""

    title = gettext_lazy("state")
    parameter_name = "active"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[Any]:
        return [("yes", _("may log in")), ("no", _("closed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(is_active=self.value() == "yes") if self.value() in ("yes", "no") else queryset


@admin.register(Account)
class AccountAdmin(ReachedAdmin):
    form = AccountForm
    list_display = ["username", "shown", "role", "where", "last_login", "active"]
    list_filter = [by_branch("helper__branches"), RoleFilter, ActiveFilter]
    list_select_related = ["helper"]
    search_fields = ["username", "helper__name"]
    change_form_template = "admin/account_form.html"
    labels = {"username": gettext_lazy("log-in name"), "is_active": gettext_lazy("may log in")}
    helps = {
        "username": gettext_lazy("What this person types to log in. Letters, digits, - and . only."),
        "is_active": gettext_lazy("Take the tick away when somebody leaves. Accounts are closed, not deleted."),
    }

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        role = ["role"] if request.user.is_superuser else []
        return ["username", "shown", *role, "branches", "is_active"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Account]:
        return super().get_queryset(request).prefetch_related("helper__branches")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # What somebody did stays in the log under their name
        return False

    @admin.display(description=gettext_lazy("name on the screens"), ordering="helper__name")
    def shown(self, account: Account) -> str:
        helper = getattr(account, "helper", None)
        return helper.name if helper else ""

    @admin.display(description=gettext_lazy("role"))
    def role(self, account: Account) -> str:
        return str(dict(ROLES)[role_of(account)])

    @admin.display(description=gettext_lazy("branches"))
    def where(self, account: Account) -> str:
        if account.is_superuser:
            return str(_("all"))
        helper = getattr(account, "helper", None)
        return ", ".join(branch.short for branch in helper.branches.all()) if helper else ""

    @admin.display(description=gettext_lazy("state"), ordering="is_active")
    def active(self, account: Account) -> str:
        return _("may log in") if account.is_active else _("closed")

    def save_model(self, request: HttpRequest, obj: Account, form: Any, change: bool) -> None:
        password = "" if change else accounts.new_password(obj)
        obj.save()
        role = role_of(obj) if obj.pk == request.user.pk else form.chosen_role()
        accounts.settle(obj, role, form.all_branches(), form.cleaned_data["shown"])
        if password:
            self._tell(request, obj, password)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        # Its helper has only now been saved
        return super().log_addition(request, Account.objects.get(pk=obj.pk), message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return super().log_change(request, Account.objects.get(pk=obj.pk), message)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **how: Any) -> HttpResponse:
        row = how.get("obj")
        context["may_reset"] = row is not None and row.pk and self._may_reset(request, row)
        return super().render_change_form(request, context, *args, **how)

    def get_urls(self) -> list[Any]:
        view = require_POST(self.admin_site.admin_view(self.password_view))
        return [path("<path:object_id>/password/", view, name="guided_account_password"), *super().get_urls()]

    def password_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A new password, shown once."""
        row = self._row(request, object_id)
        if not self._may_reset(request, row):
            raise PermissionDenied
        password = accounts.new_password(row)
        row.save(update_fields=["password"])
        note(request.user, "password", row)
        self._tell(request, row, password)
        return redirect("admin:guided_account_change", row.pk)

    def _may_reset(self, request: HttpRequest, row: Account) -> bool:
        # Whoever gives a password could log in with it: so only where that opens nothing they do not have
        return self.has_change_permission(request, row) and wholly(row, request.user) and row.pk != request.user.pk

    def _tell(self, request: HttpRequest, row: Account, password: str) -> None:
        text = _("The password of %(name)s is %(password)s. Write it down: it is shown only now.")
        self.message_user(request, text % {"name": row, "password": password}, messages.SUCCESS)
