"""The structure of a tagged PDF: what a screen reader reads, in which order.

reportlab draws but does not tag, so the marks and the tree (ISO 32000-1, 14.7 and 14.8) are
written here: headings, paragraphs, list items and figures, with the true text where paper shows
stand-ins. There are no table cells and no PDF/UA identifier: that claim would need a validator.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas


class Tag(StrEnum):
    """The roles in use (standard structure types)."""

    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    FIGURE = "Figure"


@dataclass(slots=True)
class Element:
    """One piece of content; ``actual`` is its true text, ``alt`` says what a figure shows."""

    tag: Tag
    actual: str = ""
    alt: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)


class Structure:
    """Collects the elements of a document in reading order."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._elements: dict[int, Element] = {}
        self._page = 0
        self._on_page: list[Element] = []
        self._pages: list[list[Element]] = []
        self._page_refs: list[Any] = [canvas._doc.thisPageRef()]

    def begin(self, element: Element | None) -> None:
        """Start of marked content; ``None`` marks decoration that nobody needs to hear."""
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
            return
        mark = len(self._on_page)
        self._elements.setdefault(id(element), element)
        element.marks.append((self._page, mark))
        self._on_page.append(element)
        self._canvas.addLiteral(f"/{element.tag} <</MCID {mark}>> BDC")

    def end(self) -> None:
        """End of marked content."""
        self._canvas.addLiteral("EMC")

    def end_page(self) -> None:
        """Close the page on the canvas and tie its marks to it."""
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page
        page.Tabs = PDFName("S")
        self._pages.append(self._on_page)
        self._on_page = []
        self._page += 1
        self._page_refs.append(self._canvas._doc.thisPageRef())

    def finish(self) -> None:
        """Write the tree into the catalogue; after the last page."""
        document = self._canvas._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_ref = document.Reference(root)
        whole = PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName("Document"), "P": root_ref}
        )
        whole_ref = document.Reference(whole)
        refs = {
            key: document.Reference(self._dictionary(element, whole_ref))
            for key, element in self._elements.items()
        }
        whole["K"] = PDFArray(list(refs.values()))
        root["K"] = whole_ref
        parents: list[Any] = []
        for number, elements in enumerate(self._pages):
            parents += [number, PDFArray([refs[id(element)] for element in elements])]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(parents)}))
        root["ParentTreeNextKey"] = len(self._pages)
        self._canvas.setCatalogEntry("StructTreeRoot", root_ref)
        self._canvas.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))

    def _dictionary(self, element: Element, parent: Any) -> PDFDictionary:
        first_page = element.marks[0][0]
        kids: list[Any] = []
        for page, mark in element.marks:
            if page == first_page:
                kids.append(mark)
            else:
                kids.append(
                    PDFDictionary(
                        {"Type": PDFName("MCR"), "Pg": self._page_refs[page], "MCID": mark}
                    )
                )
        entries = {
            "Type": PDFName("StructElem"),
            "S": PDFName(element.tag),
            "P": parent,
            "Pg": self._page_refs[first_page],
            "K": PDFArray(kids),
        }
        if element.actual:
            entries["ActualText"] = PDFString(element.actual)
        if element.alt:
            entries["Alt"] = PDFString(element.alt)
        return PDFDictionary(entries)
