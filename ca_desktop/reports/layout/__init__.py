"""The house style: the only place that knows fonts, colours, millimetres and escaping.

Papers use its semantic words (heading, paragraph, bullet list, table, figure, signatures), so that
structure tags can be written from them later.
"""

from ca_desktop.reports.layout.page import PaperInfo, page_count, pdf, pdf_on_one_page
from ca_desktop.reports.layout.words import Words

__all__ = ["PaperInfo", "Words", "page_count", "pdf", "pdf_on_one_page"]
