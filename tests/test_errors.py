"""What goes wrong is said in one sentence: what, where, what to do."""

from __future__ import annotations

import pytest

from kiosk.errors import BadInput, KnownError


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (BadInput("The file is empty."), "The file is empty."),
        (BadInput("The file is empty.", "a.mrc"), "The file is empty (a.mrc)."),
        (KnownError("No answer", "central", "Look at the cable."), "No answer (central). Look at the cable."),
    ],
)
def test_an_error_reads_as_a_sentence(error, sentence):
    assert str(error) == sentence
