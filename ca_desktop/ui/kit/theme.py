"""Palette, stylesheet, font and zoom of the whole program, in one object that hangs on the app.

`Theme.install(app)` once at the start; afterwards `theme()` gives it anywhere in the window.
Colours come from `theme().tokens`, sizes from `theme().px(24)`; widgets that paint themselves
listen to `theme().changed`.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ca_desktop.resources import resource
from ca_desktop.ui.kit.qt_words import QtWords
from ca_desktop.ui.kit.stylesheet import stylesheet
from ca_desktop.ui.kit.tokens import TOKENS, ThemeName, Tokens

BASE_POINTS = 10.5
FAMILY = "Noto Sans"
ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
_LOCALES = {
    "nl": (QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Theme(QObject):
    """What the program looks like now. `changed` comes after every switch of theme or zoom."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.name = ThemeName.LIGHT
        self.zoom = 100
        self._translator: QTranslator | None = None
        self._words: QtWords | None = None

    @classmethod
    def install(
        cls, app: QApplication, name: str = "light", zoom: int = 100, language: str = "nl"
    ) -> "Theme":
        """Put style, fonts, locale and colours on the application and return the theme."""
        theme = app.findChild(cls) or cls(app)
        app.setStyle("Fusion")
        _load_fonts()
        theme.use_language(language)
        theme.use(_chosen(app, name), zoom)
        return theme

    @property
    def tokens(self) -> Tokens:
        """The colours of the theme in use."""
        return TOKENS[self.name]

    def px(self, pixels: int) -> int:
        """A size in pixels at 100 % zoom, as it is at the zoom in use."""
        return round(pixels * self.zoom / 100)

    def use(self, name: ThemeName | None = None, zoom: int | None = None) -> None:
        """Switch theme, zoom (80 to 200 percent) or both."""
        self.name = name or self.name
        self.zoom = min(200, max(80, zoom or self.zoom))
        font = QFont(FAMILY)
        font.setPointSizeF(BASE_POINTS * self.zoom / 100)
        # Over a sheet that is in use, Qt styles each widget once for every widget it stands in:
        # seconds for a window with all its pages. Taken off first, it styles each of them once.
        self._app.setStyleSheet("")
        self._app.setFont(font)
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, self.zoom))
        self.changed.emit()

    def zoom_by(self, steps: int) -> None:
        """One or more steps larger or smaller; 0 goes back to 100 %."""
        if steps == 0:
            self.use(zoom=100)
            return
        nearest = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - self.zoom))
        self.use(zoom=ZOOM_STEPS[min(len(ZOOM_STEPS) - 1, max(0, nearest + steps))])

    def use_language(self, code: str) -> None:
        """Qt's own dates, numbers and buttons in this language ('nl' or 'en')."""
        QLocale.setDefault(QLocale(*_LOCALES.get(code, _LOCALES["nl"])))
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{code}", folder):
            QCoreApplication.installTranslator(self._translator)
        if self._words is None:
            self._words = QtWords(self)
            QCoreApplication.installTranslator(self._words)


def theme() -> Theme:
    """The installed theme; a light one is installed when there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no QApplication yet")
    return app.findChild(Theme) or Theme.install(app)


def _chosen(app: QApplication, name: str) -> ThemeName:
    """The theme of this name; anything else ('system') follows the desktop."""
    if name in set(ThemeName):
        return ThemeName(name)
    dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return ThemeName.DARK if dark else ThemeName.LIGHT


def _load_fonts() -> None:
    if FAMILY in QFontDatabase.families():
        return
    for file in sorted(resource("fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def palette(tokens: Tokens) -> QPalette:
    """The Fusion palette of these colours, for what the stylesheet does not paint."""
    role = QPalette.ColorRole
    result = QPalette()
    for where, colour in {
        role.Window: tokens.paper,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.ink,
        role.WindowText: tokens.ink,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.danger,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_ink,
        role.Accent: tokens.accent,
        role.PlaceholderText: tokens.muted,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }.items():
        result.setColor(where, QColor(colour))
    for where in (role.Text, role.WindowText, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.muted))
    return result
