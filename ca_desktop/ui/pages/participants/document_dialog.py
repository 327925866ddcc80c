"""One kept document, looked at inside the program: nothing of it is written anywhere."""

from PySide6.QtWidgets import QWidget

from ca_desktop.domain.documents import Document
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.kept_file import KeptFile, KeptFileDialog
from ca_desktop.ui.kit.desk import Desk


class DocumentDialog(KeptFileDialog):
    """A document of a participant; that it was saved outside the store is recorded in the file."""

    def __init__(self, parent: QWidget, session: Session, desk: Desk, document: Document) -> None:
        self.document = document
        kept = KeptFile(
            title=document.title, file_name=document.file_name, content=document.content
        )
        super().__init__(
            parent, desk, kept, lambda path: session.documents.save_as(document.id, path)
        )
