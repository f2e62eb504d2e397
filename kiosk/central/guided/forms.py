"""The form for an account. Who fills it in cannot give more than they have, nor change what is not theirs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kiosk.central.fleet.models import Branch
from kiosk.central.guided.models import Account
from kiosk.central.roles import ROLES, homes, role_of, wholly


class AccountForm(forms.ModelForm):
    """An account with its role, its branches and the name that visitors read."""

    viewer: Any = None

    shown = forms.CharField(
        label=gettext_lazy("name on the screens"),
        max_length=30,
        help_text=gettext_lazy("Visitors read: “… is coming”. A first name is enough."),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("role"),
        choices=ROLES,
        widget=forms.RadioSelect,
        initial="volunteer",
        help_text=gettext_lazy(
            "Volunteers only see who asks for help. Branch staff manage their branches. "
            "The central team manages everything."
        ),
    )
    branches = forms.ModelMultipleChoiceField(
        Branch.objects.none(),
        label=gettext_lazy("branches"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The branches that this person sees. The central team sees all."),
    )

    class Meta:
        model = Account
        fields = ["username", "is_active"]

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        if not self.fields:
            return
        self.fields["branches"].queryset = homes(self.viewer)  # type: ignore[attr-defined]
        self._kept = self._know() if self.instance.pk else []
        if not self.viewer.is_superuser:
            del self.fields["role"]
        for name in self._fixed():
            self.fields[name].disabled = True

    def _know(self) -> list[Branch]:
        """Fill in what is known; the branches that are not this viewer's business, which stay as they are."""
        helper = getattr(self.instance, "helper", None)
        own = list(helper.branches.all()) if helper else []
        self.initial.update(shown=helper.name if helper else "", role=role_of(self.instance), branches=own)
        mine = set(homes(self.viewer).values_list("pk", flat=True))
        return [branch for branch in own if branch.pk not in mine]

    def _fixed(self) -> list[str]:
        if not self.instance.pk:
            return []
        if self.instance.pk == self.viewer.pk:
            return [name for name in ("username", "is_active", "role", "branches") if name in self.fields]
        return [] if wholly(self.instance, self.viewer) else ["username", "is_active", "shown"]

    def chosen_role(self) -> str:
        """The role; branch staff make volunteers only."""
        return str(self.cleaned_data.get("role") or "volunteer")

    def all_branches(self) -> list[Branch]:
        """What was chosen, with what was not this viewer's to change."""
        return [*self.cleaned_data["branches"], *self._kept]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.chosen_role() != "central" and "branches" in given and not self.all_branches():
            self.add_error("branches", _("Choose at least one branch."))
        return given
