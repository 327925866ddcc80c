"""Qt without the remarks that only a platform without a screen makes."""

import sys

from PySide6.QtCore import qInstallMessageHandler


def install() -> None:
    """What Qt has to say goes to the error stream, but for 'This plugin does not support …'."""
    qInstallMessageHandler(_say)


def _say(_kind: object, _where: object, words: str) -> None:
    if "This plugin does not support" not in words:
        print(words, file=sys.stderr)
