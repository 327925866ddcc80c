"""Contact sheets: several pictures on one, so that a person can look at all of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

GAP, CAPTION = 12, 22


def lay_out(
    pictures: Sequence[Path], folder: Path, name: str, across: int, down: int, width: int
) -> None:
    """Write name-1.png and so on, with `across` × `down` pictures of at most `width` px wide."""
    portion = across * down
    for start in range(0, len(pictures), portion):
        sheet = _sheet(pictures[start : start + portion], across, width)
        sheet.save(str(folder / f"{name}-{start // portion + 1:02}.png"))


def _sheet(pictures: Sequence[Path], across: int, width: int) -> QImage:
    images = [_fitted(QImage(str(path)), width) for path in pictures]
    rows = [range(i, min(i + across, len(images))) for i in range(0, len(images), across)]
    heights = [max(images[i].height() for i in row) + CAPTION + GAP for row in rows]
    size = (across * (width + GAP) + GAP, sum(heights) + GAP)
    sheet = QImage(*size, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setFont(QFont("Noto Sans", 10))
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        for column, i in enumerate(row):
            x = GAP + column * (width + GAP)
            box = QRect(x, y, width, CAPTION)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, pictures[i].stem)
            painter.drawImage(x, y + CAPTION, images[i])
        y += height
    painter.end()
    return sheet


def _fitted(image: QImage, width: int) -> QImage:
    if image.width() <= width:
        return image
    return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
