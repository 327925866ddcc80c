"""Where each work skill stands: the latest score in words, and the step since the one before."""

from collections.abc import Iterable
from dataclasses import dataclass

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.goals import Score
from ca_desktop.i18n import _, current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The latest score of one skill, and the one before it on the same scale (None: there is
    none)."""

    latest: Score
    before: Score | None

    @property
    def id(self) -> str:
        return self.latest.skill

    @property
    def skill(self) -> str:
        return self.latest.skill

    @property
    def words(self) -> str:
        """The latest step in words."""
        return step_words(self.latest.scale, self.latest.value)

    @property
    def trend(self) -> str:
        """An arrow and a word; nothing where there is nothing to compare with."""
        if self.before is None:
            return ""
        if self.latest.value > self.before.value:
            return _("↑ up")
        if self.latest.value < self.before.value:
            return _("↓ down")
        return _("→ the same")


def growth_of(scores: Iterable[Score]) -> list[Growth]:
    """One line per skill, in the order of the catalogue. Scales are never compared."""
    newest = sorted(scores, key=lambda one: one.on, reverse=True)
    by_skill: dict[str, list[Score]] = {}
    for score in newest:
        by_skill.setdefault(score.skill, []).append(score)
    order = {skill.code: place for place, skill in enumerate(load_catalogue().work_skills)}
    return [
        Growth(latest=found[0], before=_before(found))
        for _skill, found in sorted(by_skill.items(), key=lambda item: order.get(item[0], 999))
    ]


def _before(found: list[Score]) -> Score | None:
    latest = found[0]
    return next((one for one in found[1:] if one.scale == latest.scale), None)


def skill_name(code: str) -> str:
    """The name of a work skill; the code itself where the catalogue no longer has it."""
    for skill in load_catalogue().work_skills:
        if skill.code == code:
            return skill.name.in_(current_language())
    return code


def step_words(scale: str, value: int | None) -> str:
    """A step of a scale in words; '' for none."""
    if value is None:
        return ""
    steps = known(load_catalogue().scales, scale)
    step = steps.step(value) if steps else None
    return step.label.in_(current_language()) if step else str(value)
