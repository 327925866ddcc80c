"""Headings that become bookmarks, and figures that carry their description."""

from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph


class Heading(Paragraph):
    """A heading that also becomes a bookmark of the document."""

    bookmark: str = ""
    level: int = 1

    def draw(self) -> None:
        """Paints the heading and adds it to the outline."""
        canvas: Canvas = self.canv
        if self.bookmark:
            place = f"{canvas.getPageNumber()}-{canvas.absolutePosition(0, 0)}"
            key = f"heading-{place}-{self.bookmark}"
            canvas.bookmarkHorizontal(key, 0, self.height)
            canvas.addOutlineEntry(self.bookmark, key, level=self.level - 1)
        super().draw()


class Figure(Flowable):
    """A drawing with the words that say what is to be seen in it."""

    def __init__(self, drawing: Drawing, alt: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.alt = alt
        self.width, self.height = drawing.width, drawing.height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Paints the drawing."""
        self.drawing.drawOn(self.canv, 0, 0)
