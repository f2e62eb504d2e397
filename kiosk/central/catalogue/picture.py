"""Pictures of covers, as they come from elsewhere: what is one becomes a small JPEG, and nothing else gets in.

Why so careful: a picture of some hundred bytes can ask for gigabytes of memory, or for hours of work.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps

from kiosk.errors import BadInput

#: Bytes of a picture, and pixels in it, at most.
LARGEST, PIXELS = 5 << 20, 16_000_000

#: Pixels in which it must fit: as wide as the cover of a title's page on a screen of 1920 × 1080.
ROOM = (304, 456)

#: What is smaller, or has less difference between its lightest and its darkest pixel, shows nothing.
SMALLEST, PALEST = 32, 8

#: Scans of a JPEG: a good one has some ten, and each costs as much work as the whole picture.
SCANS = 100

_QUALITY = 80
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def cover(body: bytes) -> bytes:
    """The picture as a JPEG in RGB without metadata, made to fit in `ROOM`; b"" when it shows nothing, as the blanks of
    one pixel that some sites give for what they do not have. `BadInput` says what is wrong with it."""
    if len(body) > LARGEST:
        raise BadInput(f"longer than {LARGEST} bytes")
    if body.count(b"\xff\xda") > SCANS:
        raise BadInput("a JPEG with too many scans")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _small(body)
    except BadInput:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadInput("too many pixels") from None
    except Exception as error:
        # What the decoders stumble over in a broken picture has every name: OSError, SyntaxError, struct.error …
        raise BadInput(f"no picture that can be read ({type(error).__name__})") from None


def _small(body: bytes) -> bytes:
    with Image.open(io.BytesIO(body), formats=_FORMATS) as opened:
        if opened.width * opened.height > PIXELS:
            raise BadInput("too many pixels")
        if min(opened.size) < SMALLEST:
            return b""
        # Only for a JPEG: it is decoded no larger than it must be
        opened.draft("RGB", ROOM)
        found = _on_white(ImageOps.exif_transpose(opened))
    found.thumbnail(ROOM, Image.Resampling.LANCZOS)
    return _written(found)


def _on_white(picture: Image.Image) -> Image.Image:
    """A new picture, that holds nothing but pixels."""
    made = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        made.paste(clear, mask=clear.getchannel("A"))
    else:
        made.paste(picture.convert("RGB"))
    return made


def _written(picture: Image.Image) -> bytes:
    darkest, lightest = picture.convert("L").getextrema()
    if lightest - darkest < PALEST:  # type: ignore[operator]
        return b""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
