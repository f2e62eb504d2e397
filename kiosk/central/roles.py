"""Who may do what: three roles, and the one place that narrows what a person sees to their own branches.

    central     everything, everywhere (Django's superuser)
    staff       the group `staff`: what `MAY` says, in the branches of their Helper
    volunteer   the group `volunteers`: the page /hulp/ of the branches of their Helper

Why one function for all rows: whatever asks Django's admin for rows (lists, forms, choices, actions, histories, guessed
addresses) asks `narrowed` in the end, so nobody can forget it in one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from kiosk.central.fleet.models import Branch

STAFF, VOLUNTEERS = "staff", "volunteers"

ROLES = [("volunteer", _("volunteer")), ("staff", _("branch staff")), ("central", _("central team"))]

#: What branch staff may do with rows of their branches; a migration gives their group exactly this.
MAY: Mapping[str, tuple[str, ...]] = {
    "fleet.branch": ("view", "change"),
    "fleet.otherhours": ("view", "add", "change", "delete"),
    "fleet.floor": ("view", "add", "change", "delete"),
    "fleet.piece": ("view", "add", "change", "delete"),
    "fleet.kiosk": ("view", "add", "change"),
    "fleet.entry": ("view",),
    "workspaces.desk": ("view", "add", "change", "delete"),
    "workspaces.visit": ("view",),
    "events.event": ("view", "add", "change", "delete"),
    "catalogue.title": ("view", "change"),
    "catalogue.copy": ("view", "add", "change", "delete"),
    "catalogue.theme": ("view", "add", "change", "delete"),
    "catalogue.shelved": ("view", "add", "change", "delete"),
    "guided.account": ("view", "add", "change"),
    "sync.waiting": ("view", "change"),
}

#: How one gets from a row to its branch. What is not named here is for the central team alone.
PATHS: Mapping[str, str] = {
    "fleet.branch": "pk",
    "fleet.otherhours": "branch",
    "fleet.floor": "branch",
    "fleet.piece": "floor__branch",
    "fleet.kiosk": "branch",
    "fleet.entry": "branch",
    "workspaces.desk": "branch",
    "workspaces.visit": "desk__branch",
    "events.event": "branch",
    "catalogue.copy": "branch",
    "catalogue.theme": "branch",
    "catalogue.shelved": "theme__branch",
    "guided.account": "helper__branches",
}

#: Rows of the whole library, of which branch staff see all; a computer that waits has no branch yet.
SHARED = ("catalogue.title", "sync.waiting")

Row = TypeVar("Row", bound=Model)


def role_of(user: Any) -> str:
    """One of `ROLES`, or "" for somebody who did not log in."""
    if not user.is_authenticated:
        return ""
    return "central" if user.is_superuser else "staff" if user.is_staff else "volunteer"


def homes(user: Any) -> QuerySet[Branch]:
    """The branches that are somebody's business."""
    return Branch.objects.all() if user.is_superuser else Branch.objects.filter(helper__user_id=user.pk)


def narrowed(rows: QuerySet[Row], user: Any) -> QuerySet[Row]:
    """Those of the rows that are somebody's business."""
    label = rows.model._meta.label_lower
    if user.is_superuser or label in SHARED:
        return rows
    if label not in PATHS:
        return rows.none()
    # In a subquery, since the way to a branch may lead along several
    near = rows.model._default_manager.filter(**{f"{PATHS[label]}__in": homes(user).order_by().values("pk")})
    if label == "guided.account":
        near = near.filter(is_staff=False, is_superuser=False)
    return rows.filter(pk__in=near.order_by().values("pk"))


def wholly(account: Any, user: Any) -> bool:
    """Whether an account is nobody else's business: all its branches are those of this person."""
    helper = getattr(account, "helper", None)
    return user.is_superuser or helper is None or not helper.branches.exclude(pk__in=homes(user).values("pk")).exists()
