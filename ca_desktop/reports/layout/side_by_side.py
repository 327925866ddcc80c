"""Two columns beside each other, about equally long, that may run on over the next page."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, FrameBreak

from ca_desktop.reports.layout.heading import Heading

Parts = list[Flowable]

_UNEVEN = 1.04  # a column may be so much longer than half before a block is cut
_STEP = 4.0
_SLACKS = (1.0, 8.0, 20.0, 50.0)  # pieces of a split part may come out higher than asked for


class SideBySide(Flowable):
    """Blocks in reading order: down the left column, then down the right one."""

    def __init__(self, blocks: Sequence[Parts], *, gap: float, may_cut: bool = False) -> None:
        super().__init__()
        self.blocks = blocks
        self.gap = gap
        self.may_cut = may_cut
        self.left: Parts = []
        self.right: Parts = []
        self.was_split = False
        self._wrapped: dict[int, tuple[Flowable, float, float]] = {}  # part, width, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The height of the longer column."""
        self.width = width
        if not (self.left or self.right):
            self._balance()
        self.height = max(self._height_of(self.left), self._height_of(self.right))
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits in this height, and the rest; nothing when a column can't begin here."""
        for slack in _SLACKS:
            left, left_rest = self._cut(self.left, height - slack)
            right, right_rest = self._cut(self.right, height - slack)
            if (self.left and not left) or (self.right and not right):
                return []
            first = self._of(left, right)
            if first.wrapOn(self.canv, width, height)[1] <= height:
                self.was_split = True
                # Without the break what is left may begin under the shorter column.
                return [first, FrameBreak(), self._of(left_rest, right_rest)]
        return []

    def draw(self) -> None:
        """Paints both columns from the top."""
        for x, parts in ((0.0, self.left), (self._room + self.gap, self.right)):
            y = self.height
            for part, height, space in self._measured(parts):
                y -= space + height
                part.drawOn(self.canv, x, y)

    @property
    def _room(self) -> float:
        return (self.width - self.gap) / 2

    def _of(self, left: Parts, right: Parts) -> "SideBySide":
        part = SideBySide((), gap=self.gap)
        part.left, part.right = left, right
        return part

    def _balance(self) -> None:
        """The first blocks left and the others right, so that the columns become about even.

        With `may_cut` a block that would make them uneven goes on in the right column.
        """
        choices = [self._shared(number) for number in range(1, len(self.blocks) + 1)]
        self.left, self.right = min(choices, key=self._longer, default=([], []))
        parts = [part for block in self.blocks for part in block]
        even = self._height_of(parts) / 2
        if self.may_cut and self._longer((self.left, self.right)) > even * _UNEVEN:
            self.left, self.right = self._flowed(parts, even)

    def _shared(self, number: int) -> tuple[Parts, Parts]:
        left = [part for block in self.blocks[:number] for part in block]
        return left, [part for block in self.blocks[number:] for part in block]

    def _longer(self, columns: tuple[Parts, Parts]) -> float:
        return max(map(self._height_of, columns))

    def _flowed(self, parts: Parts, even: float) -> tuple[Parts, Parts]:
        """Cut where the left column is first as long as what is left over."""
        height = even
        while self._height_of((columns := self._cut(parts, height))[1]) > height:
            height += _STEP
        return columns

    def _height_of(self, parts: Parts) -> float:
        return sum(height + space for _part, height, space in self._measured(parts))

    def _measured(self, parts: Parts) -> list[tuple[Flowable, float, float]]:
        """Each part with its height and the white space above it; none above the first."""
        measured = []
        after = 0.0
        for number, part in enumerate(parts):
            height = self._wrap_once(part)
            space = max(after, part.getSpaceBefore()) if number else 0.0
            measured.append((part, height, space))
            after = part.getSpaceAfter()
        return measured

    def _wrap_once(self, part: Flowable) -> float:
        """The height of a part; balancing asks for the same ones over and over."""
        _part, width, height = self._wrapped.get(id(part), (part, -1.0, 0.0))
        if width != self._room:
            canvas: Canvas = self.canv
            height = part.wrapOn(canvas, self._room, 10_000)[1]
            self._wrapped[id(part)] = (part, self._room, height)
        return height

    def _cut(self, parts: Parts, height: float) -> tuple[Parts, Parts]:
        """What fits and what is left; a heading goes along with what it stands above."""
        room = height
        for number, (part, needed, space) in enumerate(self._measured(parts)):
            if needed + space <= room:
                room -= needed + space
                continue
            pieces = part.splitOn(self.canv, self._room, max(room - space, 0))
            self._wrapped.pop(id(part))  # a paragraph that was split forgets its lines
            if len(pieces) > 1:
                return [*parts[:number], pieces[0]], [*pieces[1:], *parts[number + 1 :]]
            while number and isinstance(parts[number - 1], Heading):
                number -= 1
            return parts[:number], parts[number:]
        return parts, []
