"""Learning paths (leerwegen): how somebody follows education. Only mbo paths have a code at SBB."""

from enum import StrEnum

from ca_desktop.i18n import _


class LearningPath(StrEnum):
    """The path of a student; THIRD is the third path of the mbo, without bol or bbl."""

    BOL = "bol"
    BBL = "bbl"
    THIRD = "third"
    VMBO = "vmbo"
    PRO = "pro"
    VSO = "vso"
    HBO = "hbo"
    WO = "wo"

    @property
    def text(self) -> str:
        return {
            LearningPath.BOL: _("bol"),
            LearningPath.BBL: _("bbl"),
            LearningPath.THIRD: _("third learning path"),
            LearningPath.VMBO: _("vmbo"),
            LearningPath.PRO: _("practical education (pro)"),
            LearningPath.VSO: _("special education (vso)"),
            LearningPath.HBO: _("hbo"),
            LearningPath.WO: _("university (wo)"),
        }[self]

    @property
    def is_mbo(self) -> bool:
        """Whether the programme has a code, and the centre has to be accredited for it."""
        return self in MBO


MBO = (LearningPath.BOL, LearningPath.BBL, LearningPath.THIRD)
