"""The first step of reading in a list: what it needs to look like, and what is never read in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import label


def first_step() -> QWidget:
    """What to know before a file is chosen."""
    words = (
        _("Choose a file from Excel (.xlsx) or a CSV."),
        _("The first row holds the names of the columns. Each row below is one person."),
        _("You see first what happens with each row. Nothing is kept before you say so."),
        _(
            "A BSN, and columns about health, offences or origin, are never read in. Take them "
            "out of the file yourself too."
        ),
    )
    page = QWidget()
    column = QVBoxLayout(page)
    for text in words:
        column.addWidget(label(text))
    column.addStretch(1)
    return page
