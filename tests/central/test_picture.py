"""What comes from elsewhere as a picture of a cover, by mistake or on purpose."""

from __future__ import annotations

import io
import random
import struct
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.central.catalogue import picture
from kiosk.central.catalogue.picture import ROOM, cover
from kiosk.errors import BadInput
from kiosk.wire import LARGEST_COVER
from tests.central.covers import opened
from tests.central.covers import picture as made


def png(width: int, height: int, data: bytes = b"", more: bytes = b"") -> bytes:
    """A PNG that says it is so large (PNG, 5.3 and 11.2.2), whatever is in it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(400, 600), (3000, 4000), (600, 400), (200, 300), (40, 60), (40, 4000)])
def test_a_picture_fits_and_keeps_its_proportions(size: tuple[int, int]) -> None:
    found = opened(cover(made(*size)))
    assert (found.format, found.mode) == ("JPEG", "RGB")
    factor = min(1, ROOM[0] / size[0], ROOM[1] / size[1])
    assert found.width == pytest.approx(size[0] * factor, abs=1)
    assert found.height == pytest.approx(size[1] * factor, abs=1)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("GIF", "P"),
        ("WEBP", "RGBA"),
    ],
)
def test_every_kind_of_picture_becomes_a_jpeg(kind: str, mode: str) -> None:
    found = opened(cover(made(kind=kind, mode=mode)))
    assert (found.format, found.mode, found.size) == ("JPEG", "RGB", (304, 456))


def test_where_a_picture_is_clear_it_is_white() -> None:
    clear = Image.new("RGBA", (100, 150), (0, 0, 0, 0))
    clear.paste((200, 0, 0, 255), (0, 75, 100, 150))
    out = io.BytesIO()
    clear.save(out, "PNG")
    found = opened(cover(out.getvalue()))
    assert found.getpixel((50, 20)) == (255, 255, 255)
    red, green, _ = found.getpixel((50, 140))  # type: ignore[misc]
    assert (red > 180, green < 30) == (True, True)


def test_what_a_camera_wrote_beside_the_picture_goes() -> None:
    exif = Image.Exif()
    exif[0x010E] = "of somebody"
    exif[0x0112] = 6  # lies on its side
    body = made(600, 400, exif=exif, comment=b"secret words", icc_profile=b"x" * 100)
    assert b"secret words" in body
    small = cover(body)
    found = opened(small)
    assert found.size == (304, 456)
    assert not found.getexif()
    assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"secret" not in small
    assert b"somebody" not in small


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert cover(made(seed=4)) == cover(made(seed=4)) != cover(made(seed=5))


def test_even_noise_stays_below_what_kiosks_take() -> None:
    out = io.BytesIO()
    Image.frombytes("RGB", ROOM, random.Random(1).randbytes(ROOM[0] * ROOM[1] * 3)).save(out, "PNG")
    assert 50_000 < len(cover(out.getvalue())) <= LARGEST_COVER


@pytest.mark.parametrize(
    "blank",
    [
        made(1, 1),
        made(1, 1, kind="GIF", mode="P"),
        made(31, 200),
        png(400, 600, b"\0" + (b"\xff" * 1200 + b"\0") * 600),
        made(10, 10, kind="PNG"),
    ],
    ids=["a pixel", "a pixel of GIF", "narrow", "white", "small"],
)
def test_what_shows_nothing_is_no_cover(blank: bytes) -> None:
    assert cover(blank) == b""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "no picture"),
        (b"<html><body>Not found</body></html>", "no picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="99999" height="99999"/></svg>', "no picture"),
        (made(kind="TIFF"), "no picture"),
        (made(kind="BMP"), "no picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no picture"),
        (made()[:2000], "no picture"),
        (made(kind="PNG")[:300], "no picture"),
        (b"\xff\xd8\xff" + b"\xff\xda" * 200, "too many scans"),
        (b"x" * (picture.LARGEST + 1), "longer than"),
    ],
    ids=["nothing", "a page", "SVG", "TIFF", "BMP", "EPS", "half a JPEG", "half a PNG", "scans", "long"],
)
def test_what_is_no_picture_is_refused(body: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        cover(body)


@pytest.mark.parametrize("size", [(100_000, 100_000), (20_000, 10_000), (4001, 4000)], ids=str)
def test_a_bomb_of_pixels_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    body = png(*size, bytes(4 << 20))
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(BadInput, match="too many pixels"):
        cover(body)
    assert time.monotonic() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 16 << 20
    tracemalloc.stop()


def test_a_bomb_in_the_words_of_a_png_is_refused() -> None:
    text = b"words\0\0" + zlib.compress(bytes(50 << 20))
    more = struct.pack(">I", len(text)) + b"zTXt" + text + struct.pack(">I", zlib.crc32(b"zTXt" + text))
    with pytest.raises(BadInput, match="no picture"):
        cover(png(40, 40, bytes(40 * 121), more))


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_a_picture_that_was_spoilt_gives_a_picture_or_our_own_error(data: st.DataObject) -> None:
    body = bytearray(data.draw(st.sampled_from([made(60, 90, kind=kind) for kind in ("JPEG", "PNG", "GIF", "WEBP")])))
    for _ in range(data.draw(st.integers(1, 20))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        small = cover(bytes(body))
    except BadInput:
        return
    assert small == b"" or opened(small).format == "JPEG"
