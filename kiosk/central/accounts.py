"""Accounts from the command line: the central team may do everything, volunteers only answer asks for help."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from kiosk.central.fleet.models import Branch
from kiosk.central.guided.models import Helper
from kiosk.errors import BadInput

#: The group whose members use /hulp/ only.
VOLUNTEERS = "volunteers"


def create(name: str, role: str, branches: Sequence[str], shown: str = "", password: str = "") -> str:
    """A new account; the answer is its password, made up when none is given."""
    password = password or secrets.token_urlsafe(12)
    user = User(username=name, is_staff=role == "central", is_superuser=role == "central")
    _check(user, password)
    homes = [_branch(branch) for branch in branches]
    if role == "volunteer" and not homes:
        raise BadInput("A volunteer needs a branch to see", "--branch", "Name one or more.")
    with transaction.atomic():
        user.set_password(password)
        user.save()
        Helper.objects.create(user=user, name=(shown or name.capitalize())[:30]).branches.set(homes)
        if role == "volunteer":
            user.groups.add(Group.objects.get_or_create(name=VOLUNTEERS)[0])
    return password


def _check(user: User, password: str) -> None:
    try:
        user.full_clean(exclude=["password"])
        validate_password(password, user)
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), "--name, --password-stdin", "Choose another.") from error


def _branch(id: str) -> Branch:
    row = Branch.objects.filter(pk=id).first()
    if row is None:
        raise BadInput(f"There is no branch {id}", "--branch", "Load the library first, or name another.")
    return row
