"""Addresses for the camera of a phone: pages only, filled in safely."""

from __future__ import annotations

import pytest

from kiosk.catalogue.addresses import LONGEST, own_page, pages, quoted
from kiosk.wire import Link, Title

TITLE = Title(id="(OCoLC)12 3/4", title="x", isbns=["9789025368241"])


def test_id_and_isbn_are_filled_in_and_cannot_break_out() -> None:
    assert own_page("https://bieb.example/t/{id}?i={isbn}", TITLE) == (
        "https://bieb.example/t/%28OCoLC%2912%203%2F4?i=9789025368241"
    )


@pytest.mark.parametrize("template", ["", "javascript:alert({id})", "ftp://bieb.example/{id}", "https://x/\n{id}"])
def test_what_is_no_page_gives_no_address(template: str) -> None:
    assert own_page(template, TITLE) == ""


def test_without_an_isbn_there_is_no_page_by_isbn() -> None:
    assert own_page("https://bieb.example/{isbn}", Title(id="1", title="x")) == ""
    assert own_page("https://bieb.example/{id}", Title(id="1", title="x")) == "https://bieb.example/1"


def test_only_links_that_a_phone_opens_are_shown_each_once() -> None:
    good = Link("https://e.example/1", "E-boek")
    links = [
        good,
        Link("javascript:x"),
        Link("https://e.example/1"),
        Link("x"),
        Link("https://e.example/" + "x" * LONGEST),
    ]
    assert [link.url for link in pages(links)] == ["https://e.example/1"]


def test_every_letter_is_percent_encoded_as_utf_8() -> None:
    assert quoted("é/~") == "%C3%A9%2F~"
