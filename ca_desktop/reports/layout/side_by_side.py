"""Two columns beside each other, about equally long, that may run on over the next page."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from ca_desktop.reports.layout.heading import Heading

Parts = list[Flowable]

_SLACK = 4.0  # pieces of a split table may come out a little higher than asked for


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

    def split(self, _width: float, height: float) -> list[Flowable]:
        """What fits in this height, and the rest; nothing when a column can't begin here."""
        left, left_rest = self._cut(self.left, height - _SLACK)
        right, right_rest = self._cut(self.right, height - _SLACK)
        if (self.left and not left) or (self.right and not right):
            return []
        return [self._of(left, right), self._of(left_rest, right_rest)]

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
        """Cut between two blocks, where the columns become most even."""
        flat = [[part for block in self.blocks[:n] for part in block] for n in self._cuts()]
        rest = [[part for block in self.blocks[n:] for part in block] for n in self._cuts()]
        pairs = list(zip(flat, rest, strict=True))
        self.left, self.right = min(
            pairs, key=lambda pair: max(map(self._height_of, pair)), default=([], [])
        )

    def _cuts(self) -> range:
        return range(1, len(self.blocks) + 1)

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
