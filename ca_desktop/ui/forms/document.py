"""The forms of a document: a new one with its file, and what is said about one that is kept."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.documents import Document, DocumentKind, DocumentLine
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.kept_file import kept_kinds
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    ChosenFile,
    DateField,
    FileField,
    RunningTextField,
    TextField,
)
from ca_desktop.ui.kit.record_form import RecordForm


def _add_facts(form: RecordForm[Any], session: Session, desk: Desk, person_id: UUID) -> None:
    """The fields that both forms have."""
    kinds = [(kind, kind.text) for kind in session.documents.kinds(person_id)]
    form.add("kind", ChoiceField[DocumentKind](_("Kind"), kinds, required=True))
    form.add("title", TextField(_("Title"), required=True, longest=120))
    form.add("on", DateField(_("Date of the document"), required=True, today=desk.today))
    form.add(
        "expires_on",
        DateField(
            _("Valid until"),
            today=desk.today,
            help=_("Four weeks before, it stands on Today. Leave empty if it does not expire."),
        ),
    )
    form.add(
        "keep_reason",
        RunningTextField(
            _("Reason to keep it"),
            required=True,
            lines=2,
            help=_("Why it has to be here. Without a reason it is not kept."),
        ),
    )


class NewDocumentForm(RecordForm[Document]):
    """Chooses a file and says what it is. Its name proposes the title."""

    def __init__(self, session: Session, desk: Desk, person_id: UUID) -> None:
        super().__init__(_("Keep document"))
        self.file = self.add(
            "content",
            FileField(
                _("File"),
                session.documents.read_file,
                kinds=kept_kinds(),
                required=True,
                help=_(
                    "At most 20 MB. It is copied into the encrypted file of the centre. No VOG, no "
                    "medical papers, no copy of an identity card."
                ),
            ),
        )
        _add_facts(self, session, desk, person_id)
        self.file.changed.connect(self._propose_title)

    def to_values(self, record: Document) -> Mapping[str, Any]:
        """Name and bytes are one field; the kind is chosen by a person."""
        chosen = ChosenFile(name=record.file_name, content=record.content)
        kind = record.kind if record.content else None
        return {**super().to_values(record), "content": chosen, "kind": kind}

    def to_record(self, record: Document, values: Mapping[str, Any]) -> Document:
        """A changed copy with the name and the bytes of the file."""
        chosen: ChosenFile = values["content"]
        parts = {"file_name": chosen.name, "content": chosen.content}
        return super().to_record(record, {**values, **parts})

    def _propose_title(self) -> None:
        title = self.fields["title"]
        if not title.value:
            title.value = self.file.value.name.rpartition(".")[0][:120]


class DocumentForm(RecordForm[DocumentLine]):
    """What is said about a kept document; the file itself stays as it is."""

    def __init__(self, session: Session, desk: Desk, person_id: UUID) -> None:
        super().__init__()
        _add_facts(self, session, desk, person_id)
