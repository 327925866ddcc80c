"""Two columns beside each other, about equally long, that may run on over the next page."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from ca_desktop.reports.layout.heading import Heading

Parts = list[Flowable]

_BETWEEN = 8.0  # white space above the heading of a next block
_MOST_CHOICES = 12  # blocks that may go to either column; further ones go left
_SLACKS = (1.0, 8.0, 20.0, 50.0)  # pieces of a split part may come out higher than asked for


class SideBySide(Flowable):
    """Blocks in reading order: down the left column, then down the right one."""

    def __init__(self, blocks: Sequence[Parts], *, gap: float) -> None:
        super().__init__()
        self.blocks = blocks
        self.gap = gap
        self.left: Parts = []
        self.right: Parts = []

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
                return [first, self._of(left_rest, right_rest)]
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
        """Share the blocks out so that the columns become most even; each keeps its own order."""
        heights = [self._height_of(block) + _BETWEEN for block in self.blocks]
        choices = range(1 << min(len(heights), _MOST_CHOICES))
        total = sum(heights)

        def longest(choice: int) -> float:
            left = sum(high for n, high in enumerate(heights) if not choice >> n & 1)
            return max(left, total - left)

        best = min(choices, key=lambda choice: (round(longest(choice)), choice & 1, choice))
        for number, block in enumerate(self.blocks):
            (self.right if best >> number & 1 else self.left).extend(block)

    def _height_of(self, parts: Parts) -> float:
        return sum(height + space for _part, height, space in self._measured(parts))

    def _measured(self, parts: Parts) -> list[tuple[Flowable, float, float]]:
        """Each part with its height and the white space above it; none above the first."""
        canvas: Canvas = self.canv
        measured = []
        after = 0.0
        for number, part in enumerate(parts):
            _width, height = part.wrapOn(canvas, self._room, 10_000)
            space = max(after, part.getSpaceBefore()) if number else 0.0
            measured.append((part, height, space))
            after = part.getSpaceAfter()
        return measured

    def _cut(self, parts: Parts, height: float) -> tuple[Parts, Parts]:
        """What fits and what is left; a heading goes along with what it stands above."""
        room = height
        for number, (part, needed, space) in enumerate(self._measured(parts)):
            if needed + space <= room:
                room -= needed + space
                continue
            pieces = part.splitOn(self.canv, self._room, max(room - space, 0))
            if len(pieces) > 1:
                return [*parts[:number], pieces[0]], [*pieces[1:], *parts[number + 1 :]]
            while number and isinstance(parts[number - 1], Heading):
                number -= 1
            return parts[:number], parts[number:]
        return parts, []
