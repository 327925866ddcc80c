"""Papers: one module per paper, plus the house style in `layout` and the drawings in `charts`.

The only floor that knows ReportLab. Helvetica, its default, can't be embedded and lacks Łukasz's Ł;
the defaults are set here because ReportLab copies them when its other modules are first imported.
"""

from reportlab import rl_config
from reportlab.lib.fonts import addMapping

rl_config.canvas_basefontname = "NotoSans"
rl_config.defaultGraphicsFontName = "NotoSans"
addMapping("NotoSans", 0, 0, "NotoSans")
addMapping("NotoSans", 1, 0, "NotoSans-Bold")
addMapping("NotoSans", 0, 1, "NotoSans-Italic")
addMapping("NotoSans", 1, 1, "NotoSans-BoldItalic")
