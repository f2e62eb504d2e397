"""Where systems write the copies when nobody changed it. A library's own mapping changes single parts of one.

Sources: MARC 21 Format for Holdings Data, 852; Koha manual, "Holdings data fields (9xx)"; SirsiDynix's bibliographic
export, as found in 949 and 999 of real files; for UNIMARC libraries Recommandation 995 as Koha's UNIMARC framework has
it, with 930 of the French union catalogue beside it.
"""

from __future__ import annotations

from kiosk.catalogue.holdings import ANY, Layout, Rule

_MARC21 = Layout(fields=("852",), id="p", branch="b", shelf="c", call_number="hij")

_KOHA = Layout(
    fields=("952",),
    id="9p",
    branch="ba",
    shelf="c",
    call_number="o",
    kind="y",
    due="q",
    added="d",
    loans="l",
    statuses=(
        Rule(subfield="0", codes={"0": "", ANY: "gone"}),
        Rule(subfield="1", codes={"0": "", ANY: "unavailable"}),
        Rule(subfield="4", codes={"0": "", ANY: "unavailable"}),
        Rule(subfield="7", codes={"0": "", "-1": "on_order", "-2": "unavailable", ANY: "reference"}),
    ),
    otherwise="available",
)

_SIRSI = Layout(
    fields=("999", "949"),
    id="i",
    branch="m",
    shelf="lk",
    call_number="a",
    kind="t",
    due="",
    added="u",
    loans="n",
    statuses=(
        Rule(
            subfield="k",
            codes={
                "CHECKEDOUT": "on_loan",
                "ON-ORDER": "on_order",
                "INPROCESS": "on_order",
                "HOLDS": "on_loan",
                "INTRANSIT": "unavailable",
                "LOST": "gone",
                "LOST-PAID": "gone",
                "MISSING": "gone",
                "DISCARD": "gone",
                "WITHDRAWN": "gone",
            },
        ),
        Rule(
            subfield="l",
            codes={
                "CHECKEDOUT": "on_loan",
                "ON-ORDER": "on_order",
                "INPROCESS": "on_order",
                "LOST": "gone",
                "MISSING": "gone",
                "WITHDRAWN": "gone",
            },
        ),
        Rule(subfield="r", codes={"N": "reference"}),
    ),
    otherwise="available",
    dates=("%Y%m%d", "%m/%d/%Y", "%Y-%m-%d"),
)

_UNIMARC = Layout(
    fields=("995", "930"),
    id="9f",
    branch="cb",
    shelf="e",
    call_number="ka",
    kind="r",
    due="n",
    added="5",
    statuses=(
        Rule(subfield="0", codes={"0": "", ANY: "gone"}),
        Rule(subfield="2", codes={"0": "", ANY: "unavailable"}),
        Rule(subfield="o", codes={"0": "", "d": "", "p": "", "-1": "on_order", ANY: "reference"}),
    ),
    otherwise="available",
    dates=("%Y-%m-%d", "%Y%m%d", "%d/%m/%Y"),
)

PRESETS = {"marc21": _MARC21, "koha": _KOHA, "sirsi": _SIRSI, "unimarc": _UNIMARC, "none": Layout()}
