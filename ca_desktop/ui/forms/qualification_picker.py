"""Looking up a qualification by its code or name, in the list that holds here."""

from collections.abc import Hashable

from ca_desktop.domain.listed_qualifications import TO_BE_VERIFIED, ListedQualification
from ca_desktop.i18n import _
from ca_desktop.services.qualifications import QualificationService
from ca_desktop.ui.kit.fields import PersonPicker

_MOST = 9


def qualification_text(one: ListedQualification) -> str:
    """'25250  Assistent bouwen (niveau 1)'."""
    kept = one.qualification
    return _("{code}  {name} (level {level})", code=kept.code, name=kept.name, level=kept.level)


def verify_note(one: ListedQualification | None) -> str:
    """A warning for a code of the list that nobody compared with SBB, else ''."""
    return _(TO_BE_VERIFIED) if one is not None and not one.is_checked else ""


class QualificationPicker(PersonPicker):
    """A help to fill in code, name and level; what it holds itself is never kept."""

    def __init__(self, qualifications: QualificationService) -> None:
        self._qualifications = qualifications
        super().__init__(
            _("Look up a qualification"),
            self._matching,
            help=_("Type a part of the code or the name, or fill in the fields below yourself."),
        )
        self.edit.setPlaceholderText(_("For example 25250 or furniture"))

    @property
    def found(self) -> ListedQualification | None:
        """What was chosen; None as long as nothing is."""
        code = self.value
        return self._qualifications.known(code) if isinstance(code, str) else None

    def own_problem(self) -> str | None:
        """Half-typed words never stand in the way of a save."""
        return None

    def _matching(self, text: str) -> list[tuple[Hashable, str]]:
        found = self._qualifications.find(text, _MOST)
        return [(one.code, qualification_text(one)) for one in found]
