"""Printers, and a PDF on its way to one: to CUPS as it is, elsewhere as page pictures."""

import shutil
import subprocess

from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

PRINT_DPI = 300
_WAIT_S = 20


def printers() -> list[str]:
    """The printers of this computer, the default one first; empty when there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo  # on first use: few sessions print

    names = list(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != default, name.casefold()))


def print_pdf(pdf: bytes, printer: str, title: str = "") -> None:
    """Send the paper to a printer. Raises StorageError with a sentence when that fails.

    With CUPS the bytes go to `lp` on standard input: no temporary file of ours.
    """
    lp = shutil.which("lp")
    if lp is None:
        _print_pictures(pdf, printer, title)
        return
    command = [lp, "-d", printer, *(["-t", title] if title else []), "-"]
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_WAIT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StorageError(_cannot(printer)) from error
    if done.returncode != 0:
        raise StorageError(_cannot(printer))


def _cannot(printer: str) -> str:
    return _("The printer “{printer}” did not take the paper. Is it switched on?", printer=printer)


def _print_pictures(pdf: bytes, printer: str, title: str) -> None:
    from PySide6.QtCore import QRectF  # on first use: few sessions print
    from PySide6.QtGui import QPageSize, QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from ca_desktop.ui.kit.preview import page_sizes, render_page

    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setFullPage(True)
    device.setResolution(PRINT_DPI)
    painter = QPainter()
    if not painter.begin(device):
        raise StorageError(_cannot(printer))
    for number, _size in enumerate(page_sizes(pdf)):
        if number:
            device.newPage()
        image = render_page(pdf, number, PRINT_DPI / 72)
        painter.drawImage(QRectF(device.pageLayout().fullRectPixels(PRINT_DPI)), image)
    painter.end()
