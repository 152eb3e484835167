"""The structure of a tagged PDF: what a screen reader reads, in which order.

reportlab draws but does not tag, so the marks and the tree (ISO 32000-1, 14.7 and 14.8) are
written here: headings, paragraphs, list items, figures and fields to fill in, with the true text
where paper shows stand-ins. There are no table cells and no PDF/UA identifier: that claim would
need a validator.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFPage,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas


class Tag(StrEnum):
    """The roles in use (standard structure types)."""

    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"
    FIGURE = "Figure"
    FORM = "Form"


@dataclass(slots=True)
class Element:
    """One piece of content; ``actual`` is its true text, ``alt`` says what a figure shows.

    Of a field to fill in, ``widget`` refers to its annotation, which names ``key`` as its place
    in the tree.
    """

    tag: Tag
    actual: str = ""
    alt: str = ""
    key: int = 0
    widget: Any = None
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
        self._elements.setdefault(id(element), element)
        if element.tag is Tag.FORM:
            # The field is an annotation, not marked content: the tree refers to it as an object.
            element.marks.append((self._page, 0))
            self._canvas.addLiteral("/Artifact BMC")
            return
        mark = len(self._on_page)
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
        root_ref = document.Reference(PDFDictionary({}), "lob.structure")
        whole_ref = document.Reference(PDFDictionary({}), "lob.document")
        refs = {
            key: document.Reference(_Entry(element, whole_ref, self._page_refs))
            for key, element in self._elements.items()
        }
        parents: list[Any] = []
        for number, elements in enumerate(self._pages):
            parents += [number, PDFArray([refs[id(element)] for element in elements])]
        fields = [element for element in self._elements.values() if element.tag is Tag.FORM]
        for element in sorted(fields, key=lambda field: field.key):
            parents += [element.key, refs[id(element)]]
        document.idToObject["lob.structure"].dict.update(
            Type=PDFName("StructTreeRoot"),
            K=whole_ref,
            ParentTree=document.Reference(PDFDictionary({"Nums": PDFArray(parents)})),
            ParentTreeNextKey=max([len(self._pages), *(field.key + 1 for field in fields)]),
        )
        document.idToObject["lob.document"].dict.update(
            Type=PDFName("StructElem"),
            S=PDFName("Document"),
            P=root_ref,
            K=PDFArray(list(refs.values())),
        )
        self._canvas.setCatalogEntry("StructTreeRoot", root_ref)
        self._canvas.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))


class _Entry(PDFObject):
    """An element as it is written. By hand: there are hundreds, and dictionaries are slow."""

    def __init__(self, element: Element, parent: Any, pages: list[Any]) -> None:
        self._element = element
        self._parent = parent
        self._pages = pages

    def format(self, document: Any) -> bytes:
        """The PDF text of the element."""
        element = self._element
        first_page = element.marks[0][0]
        if element.widget is not None:
            return b"<</Type/StructElem/S/Form/P %s/Pg %s/K<</Type/OBJR/Obj %s>>>>" % (
                self._parent.format(document),
                self._pages[first_page].format(document),
                element.widget.format(document),
            )
        kids = b" ".join(
            b"%d" % mark
            if page == first_page
            else b"<</Type/MCR/Pg %s/MCID %d>>" % (self._pages[page].format(document), mark)
            for page, mark in element.marks
        )
        words = b""
        for key, text in ((b"/ActualText", element.actual), (b"/Alt", element.alt)):
            if text:
                words += key + PDFString(text).format(document)
        return b"<</Type/StructElem/S/%s/P %s/Pg %s/K[%s]%s>>" % (
            element.tag.encode(),
            self._parent.format(document),
            self._pages[first_page].format(document),
            kids,
            words,
        )
