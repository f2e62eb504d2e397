"""Accounts: the central team may do everything, branch staff what is of their branches, volunteers answer asks."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from kiosk.central.fleet.journal import note
from kiosk.central.fleet.models import Branch
from kiosk.central.guided.models import Account, Helper
from kiosk.central.roles import STAFF, VOLUNTEERS
from kiosk.errors import BadInput

#: Letters and digits that nobody takes for another, also on paper.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"

GROUPS = {"staff": STAFF, "volunteer": VOLUNTEERS}


def create(name: str, role: str, branches: Sequence[str], shown: str = "", password: str = "") -> str:
    """A new account, from the command line; the answer is its password, made up when none is given."""
    password = password or secrets.token_urlsafe(12)
    user = User(username=name)
    _check(user, password)
    homes = [_branch(branch) for branch in branches]
    if role != "central" and not homes:
        who = "A volunteer" if role == "volunteer" else "A member of staff"
        raise BadInput(f"{who} needs a branch to see", "--branch", "Name one or more.")
    with transaction.atomic():
        user.set_password(password)
        user.save()
        settle(user, role, homes, shown or name.capitalize())
        note(None, "add", Account.objects.get(pk=user.pk))
    return password


def settle(user: User, role: str, branches: Iterable[Branch], shown: str) -> None:
    """Give an account its role, its branches and the name that visitors read; call it inside a transaction."""
    user.is_superuser, user.is_staff = role == "central", role != "volunteer"
    user.save(update_fields=["is_superuser", "is_staff"])
    user.groups.set([Group.objects.get_or_create(name=GROUPS[role])[0]] if role in GROUPS else [])
    helper = Helper.objects.update_or_create(user_id=user.pk, defaults={"name": shown[:30]})[0]
    helper.branches.set(branches)


def new_password(user: User) -> str:
    """A password that nobody chose, in groups that can be read aloud; who was logged in is so no longer."""
    password = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(3))
    user.set_password(password)
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
