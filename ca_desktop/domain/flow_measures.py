"""What is counted of in-, through- and outflow, and along which lines it is split."""

from enum import StrEnum

from ca_desktop.i18n import N_, _


class Source(StrEnum):
    """What happened to somebody: one query each."""

    STARTED = "started"
    OTHER_ROLE = "other_role"
    OTHER_FORM = "other_form"
    LEFT = "left"
    AFTER_3 = "after_3"
    AFTER_6 = "after_6"
    AFTER_12 = "after_12"

    @property
    def months(self) -> int:
        """How long after leaving; 0 for what is not aftercare."""
        return {Source.AFTER_3: 3, Source.AFTER_6: 6, Source.AFTER_12: 12}.get(self, 0)


class FlowBy(StrEnum):
    """Along which line the figures are split; each person falls under one part."""

    ROLE = "role"
    PARTNER = "partner"
    FORM = "form"
    GROUP = "group"

    @property
    def text(self) -> str:
        return _(BY_WORDS[self])


BY_WORDS = {
    FlowBy.ROLE: N_("Role"),
    FlowBy.PARTNER: N_("Partner"),
    FlowBy.FORM: N_("Legal form"),
    FlowBy.GROUP: N_("Target group"),
}


class Measure(StrEnum):
    """One column of figures."""

    STARTED = "started"
    OTHER_ROLE = "other_role"
    OTHER_FORM = "other_form"
    LEFT = "left"
    LEFT_WELL = "left_well"
    AFTER_3 = "after_3"
    AFTER_6 = "after_6"
    AFTER_12 = "after_12"

    @property
    def source(self) -> Source:
        """Where its people come from."""
        return Source.LEFT if self is Measure.LEFT_WELL else Source(self.value)

    @property
    def text(self) -> str:
        return _(MEASURE_WORDS[self])

    @property
    def meaning(self) -> str:
        """What is counted, in a sentence."""
        return _(MEANINGS[self])


MEASURE_WORDS = {
    Measure.STARTED: N_("Started"),
    Measure.OTHER_ROLE: N_("Other role"),
    Measure.OTHER_FORM: N_("Other form"),
    Measure.LEFT: N_("Left"),
    Measure.LEFT_WELL: N_("Good outcome"),
    Measure.AFTER_3: N_("After 3 months"),
    Measure.AFTER_6: N_("After 6 months"),
    Measure.AFTER_12: N_("After 12 months"),
}
_AFTER = N_("of those reached in this period, so long after leaving: who is still in a good place.")
MEANINGS = {
    Measure.STARTED: N_("the file became active in this period."),
    Measure.OTHER_ROLE: N_("began in a role that is new to this person, after another role."),
    Measure.OTHER_FORM: N_("a trajectory went on in another legal form."),
    Measure.LEFT: N_("the file was finished in this period."),
    Measure.LEFT_WELL: N_("of those who left: a good outcome. A lasting place is one too."),
    Measure.AFTER_3: _AFTER,
    Measure.AFTER_6: _AFTER,
    Measure.AFTER_12: _AFTER,
}
AFTER = (Measure.AFTER_3, Measure.AFTER_6, Measure.AFTER_12)
DRAWN = (Measure.STARTED, Measure.OTHER_ROLE, Measure.OTHER_FORM, Measure.LEFT)
