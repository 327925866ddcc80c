"""Cover in words: how much of a qualification can be practised here, and what is missing."""

from collections.abc import Sequence

from ca_desktop.domain.work_cover import TaskCover, WorkCover
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import _

MOST_NAMED = 4


def share_words(cover: WorkCover) -> str:
    """'12 of 16 (75 %)', or that nothing is known yet."""
    if not cover.share.total:
        return _("no work processes yet")
    return _(
        "{feasible} of {total} ({percent} %)",
        feasible=cover.share.feasible,
        total=cover.share.total,
        percent=cover.share.percent,
    )


def task_words(task: TaskCover) -> str:
    """'B1-K1 Sorts goods: 3 of 4 (75 %)'."""
    return _(
        "{task}: {feasible} of {total} ({percent} %)",
        task=" ".join(filter(None, (task.code, task.name))),
        feasible=task.share.feasible,
        total=task.share.total,
        percent=task.share.percent,
    )


def named(processes: Sequence[WorkProcess]) -> str:
    """The first few by number and name, and how many more there are."""
    words = "; ".join(f"{one.code} {one.name}" for one in processes[:MOST_NAMED])
    more = len(processes) - MOST_NAMED
    return _("{names}; and {n} more", names=words, n=more) if more > 0 else words


def cover_lines(cover: WorkCover) -> list[str]:
    """Everything that is to be said about the cover, one line each."""
    if not cover.share.total:
        return []
    told = [_("Can be practised here: {share}", share=share_words(cover))]
    told += [task_words(task) for task in cover.tasks if len(cover.tasks) > 1]
    if cover.missing:
        told.append(_("Not here: {names}", names=named(cover.missing)))
    if cover.homeless:
        told.append(_("Here, but no role or card says where: {names}", names=named(cover.homeless)))
    return told
