"""A page as a strict reader sees it: every element closed in order, every text with the language that it stands in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "wbr", "br", "hr", "img"}
SILENT = {"script", "style", "title"}


@dataclass
class Element:
    tag: str
    attributes: dict
    texts: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(self.texts)


class Outline(HTMLParser):
    """`elements` in the order of their start tags; `languages`, each text with its lang; ValueError for bad nesting."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.languages, self._open = [], [], []
        self.feed(page)
        self.close()
        if self._open:
            raise ValueError(f"never closed: {self._open[-1].tag}")

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        if not self._open or self._open[-1].tag != tag:
            raise ValueError(f"{tag} closes {self._open[-1].tag if self._open else 'nothing'}: {self.getpos()}")
        self._open.pop()

    def handle_data(self, data):
        for element in self._open:
            element.texts.append(data)
        if data.strip() and not any(element.tag in SILENT for element in self._open):
            stated = [element.attributes["lang"] for element in self._open if "lang" in element.attributes]
            inside = [element for element in self._open if element.tag not in ("html", "body", "main")]
            is_stated = any("lang" in element.attributes for element in inside)
            self.languages.append((data, stated[-1] if stated else "", is_stated))

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element for element in self.elements if element.tag == tag and wanted.items() <= element.attributes.items()
        ]
