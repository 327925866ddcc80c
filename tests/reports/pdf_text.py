"""Reads our papers back, as somebody who receives them would."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


def pages(paper: bytes) -> list[str]:
    """The text of each page, without white space: a line may break anywhere."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(paper)).pages]


def everything(paper: bytes) -> str:
    """Text, metadata and bookmarks of a paper, without white space."""
    reader = PdfReader(BytesIO(paper))
    metadata = " ".join(str(value) for value in (reader.metadata or {}).values())
    return "".join((*pages(paper), *metadata.split(), *"".join(bookmarks(paper)).split()))


def bookmarks(paper: bytes) -> list[str]:
    """The titles of the outline, flat."""
    return list(_titles(PdfReader(BytesIO(paper)).outline))


def _titles(outline: list) -> list[str]:
    titles = []
    for entry in outline:
        titles += _titles(entry) if isinstance(entry, list) else [str(entry.title)]
    return titles


def fonts(paper: bytes) -> dict[str, bool]:
    """Every font that a page or a form asks for, and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in PdfReader(BytesIO(paper)).pages:
        _collect(page["/Resources"], found)
    return found


def _collect(resources: DictionaryObject, found: dict[str, bool]) -> None:
    for font in resources.get("/Font", {}).values():
        loaded = font.get_object()
        descriptor = loaded.get("/FontDescriptor")
        embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
        found[str(loaded["/BaseFont"])] = embedded
    for form in resources.get("/XObject", {}).values():
        inner = form.get_object().get("/Resources")
        if inner is not None:
            _collect(inner.get_object(), found)
