"""How the screen shows itself to this visitor: language, letters, contrast, motion. The next one starts anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Property, QCoreApplication, QObject, QTranslator, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.paths import RESOURCES

QML_IMPORT_NAME = "Kiosk.Core"
QML_IMPORT_MAJOR_VERSION = 1

Theme = Literal["light", "high"]

#: How much larger letters may be.
SCALES = (1.0, 1.25, 1.5, 2.0)

#: Languages written from right to left.
_LEFTWARD = {"ar"}


@QmlElement
@QmlUncreatable("made by screen/app.py")
class Display(QObject):
    """`locale`: ISO 639-1; `scale`: one of SCALES; `theme`: "light" or "high"; `motion`: whether things may move."""

    localeChanged = Signal()
    scaleChanged = Signal()
    themeChanged = Signal()
    motionChanged = Signal()
    #: The translations are in place; whoever owns the engine lets its QML read them again.
    translated = Signal()

    def __init__(
        self,
        languages: Sequence[str] = ("nl",),
        locale: str = "",
        scale: float = 1.0,
        theme: Theme = "light",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._languages = list(languages)
        self._first = (locale or self._languages[0], scale, theme, True)
        self._locale, self._scale, self._theme, self._motion = self._first
        self._translator = QTranslator(self)
        self._translate()

    def _get_languages(self) -> list[str]:
        return self._languages

    def _get_locale(self) -> str:
        return self._locale

    def _set_locale(self, locale: str) -> None:
        if locale == self._locale:
            return
        self._locale = locale
        self._translate()
        self.localeChanged.emit()
        self.translated.emit()

    def _get_right_to_left(self) -> bool:
        return self._locale in _LEFTWARD

    def _get_scale(self) -> float:
        return self._scale

    def _set_scale(self, scale: float) -> None:
        if scale != self._scale and scale in SCALES:
            self._scale = scale
            self.scaleChanged.emit()

    def _get_theme(self) -> str:
        return self._theme

    def _set_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self.themeChanged.emit()

    def _get_motion(self) -> bool:
        return self._motion

    def _set_motion(self, motion: bool) -> None:
        if motion != self._motion:
            self._motion = motion
            self.motionChanged.emit()

    languages = Property(list, _get_languages, constant=True)
    locale = Property(str, _get_locale, _set_locale, notify=localeChanged)
    rightToLeft = Property(bool, _get_right_to_left, notify=localeChanged)
    scale = Property(float, _get_scale, _set_scale, notify=scaleChanged)
    theme = Property(str, _get_theme, _set_theme, notify=themeChanged)
    motion = Property(bool, _get_motion, _set_motion, notify=motionChanged)

    def differs(self) -> bool:
        """Whether the visitor changed anything."""
        return (self._locale, self._scale, self._theme, self._motion) != self._first

    @Slot()
    def reset(self) -> None:
        """As it was before anybody came."""
        locale, scale, theme, motion = self._first
        self._set_locale(locale)
        self._set_scale(scale)
        self._set_theme(theme)
        self._set_motion(motion)

    def _translate(self) -> None:
        # Dutch is the language of the source: its file holds plurals only, and a missing file leaves plain Dutch
        QCoreApplication.removeTranslator(self._translator)
        file = RESOURCES / "translations" / f"wegwijs_{self._locale}.qm"
        # Given a name, Qt would map the file into memory, and the screen crash as soon as an update writes it anew
        texts = file.read_bytes() if file.exists() else b""
        if texts and self._translator.load(texts):
            QCoreApplication.installTranslator(self._translator)
        self._texts = texts  # Qt reads on in it
