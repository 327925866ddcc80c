"""The preview shows the PDF itself; saving and printing are left to whoever made it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.errors import StorageError
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.printing import print_pdf


def a_pdf(pages: int = 3) -> bytes:
    """A small PDF written by hand, each page with a black square."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< >>",
    ]
    drawing = "0 0 0 rg 100 100 200 200 re f"
    for number in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    text += "".join(f"{place:010d} 00000 n \n" for place in places)
    text += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return text.encode("latin-1")


@pytest.fixture
def preview(qtbot) -> Preview:
    made = Preview("functieblad.pdf")
    qtbot.addWidget(made)
    made.resize(700, 800)
    with qtbot.waitActive(made):
        made.show()
    made.show_pdf(a_pdf())
    return made


def test_it_says_which_page_of_how_many(qtbot, preview):
    assert preview.count.text() == "pagina 1 van 3"
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.count.text() == "pagina 2 van 3"
    preview.go(99)
    assert preview.count.text() == "pagina 2 van 3"


def test_it_shows_what_is_on_the_paper(preview):
    image = preview.sheet.pixmap().toImage()
    scale = image.width() / 595
    assert image.pixelColor(round(200 * scale), round(642 * scale)).lightness() == 0
    assert image.pixelColor(5, 5).lightness() == 255


def test_it_grows_and_fits_the_width_again(preview):
    fitting = preview.sheet.pixmap().width()
    for _step in range(5):
        preview.zoom(1)
    assert preview.sheet.pixmap().width() > fitting
    preview.zoom(0)
    assert preview.sheet.pixmap().width() == fitting


def test_saving_is_asked_and_not_done(qtbot, preview, tmp_path):
    with qtbot.waitSignal(preview.save_asked) as asked:
        preview.save_asked.emit(tmp_path / "x.pdf")
    assert asked.args == [tmp_path / "x.pdf"]
    assert not (tmp_path / "x.pdf").exists()


def test_lp_gets_the_bytes_and_no_file(tmp_path, monkeypatch):
    lp = tmp_path / "lp"
    lp.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/how\ncat > {tmp_path}/what\n')
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    print_pdf(b"%PDF-1.4 boer", "werkplaats", "functieblad")
    assert Path(tmp_path, "what").read_bytes() == b"%PDF-1.4 boer"
    assert "-d werkplaats" in Path(tmp_path, "how").read_text()


def test_a_printer_that_refuses_is_said_in_words(tmp_path, monkeypatch):
    lp = tmp_path / "lp"
    lp.write_text("#!/bin/sh\ncat > /dev/null\nexit 1\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(StorageError, match="werkplaats"):
        print_pdf(b"%PDF-1.4", "werkplaats")
