"""What belongs to the file of one participant beside the file itself."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.citizen_numbers import CitizenNumber
from ca_desktop.domain.contacts import ContactPerson
from ca_desktop.domain.documents import Document
from ca_desktop.domain.file_links import FileLink
from ca_desktop.domain.languages import LanguageSkills
from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.overrules import Overrule
from ca_desktop.domain.stages import StageChange
from ca_desktop.domain.waiting import Waiting

_OF_A_PERSON = {"participant_id": "participants"}

stage_changes = subject_table(
    "stage_changes",
    StageChange,
    references=_OF_A_PERSON,
    indexes=[("participant_id", "on"), ("on",)],
)
contact_persons = subject_table(
    "contact_persons", ContactPerson, references=_OF_A_PERSON, indexes=[("participant_id",)]
)
language_skills = subject_table(
    "language_skills",
    LanguageSkills,
    references=_OF_A_PERSON,
    unique=[("participant_id", "language")],
)
availabilities = subject_table(
    "availabilities",
    Availability,
    references=_OF_A_PERSON,
    indexes=[("participant_id", "starts_on")],
)
documents = subject_table(
    "documents",
    Document,
    references=_OF_A_PERSON,
    indexes=[("participant_id",), ("expires_on",)],
)
aids = subject_table("aids", Aid, references=_OF_A_PERSON, indexes=[("participant_id",)])
machine_authorisations = subject_table(
    "machine_authorisations",
    MachineAuthorisation,
    references=_OF_A_PERSON | {"signed_by": "supervisors"},
    indexes=[("participant_id",), ("valid_until",)],
)
waiting_list = subject_table(
    "waiting_list",
    Waiting,
    references=_OF_A_PERSON | {"role_id": "roles"},
    indexes=[("participant_id",), ("role_id", "ended_on", "since_on")],
)
aftercare = subject_table(
    "aftercare",
    Aftercare,
    references=_OF_A_PERSON | {"supervisor_id": "supervisors"},
    indexes=[("participant_id",), ("due_on",)],
)
file_links = subject_table(
    "file_links",
    FileLink,
    references=_OF_A_PERSON | {"other_id": "participants"},
    indexes=[("participant_id",), ("other_id",)],
)
citizen_numbers = subject_table(
    "citizen_numbers", CitizenNumber, references=_OF_A_PERSON, unique=[("participant_id",)]
)
overrules = subject_table(
    "overrules",
    Overrule,
    references=_OF_A_PERSON | {"placement_id": "placements"},
    indexes=[("participant_id",), ("placement_id",)],
)
