"""The only door to Typst: a template and its values become a tagged PDF; what the fonts lack is known beforehand."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from i18n_news.errors import FormatError

if TYPE_CHECKING:
    from typst import Fonts

PROBE = b"""#set document(title: "probe")
#set page(width: 400pt, height: auto)
#set text(font: json(bytes(sys.inputs.fonts)), fallback: false, size: 4pt)
#sys.inputs.text
"""
# A text in a script that no font here has: what still fails together after so many tries is not looked at one by one.
MOST_TRIES = 400
PACKAGE = re.compile(r"""\b(?:import|include)\s*\(?\s*"@""")
PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")


class Typesetter:
    """Typst with these folders of fonts and its own; the fonts of the system would differ from office to office."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._loaded: Fonts | None = None
        self._known: dict[tuple[str, ...], dict[str, bool]] = {}
        self._tries = 0

    def pdf(self, template: Path, values: Mapping[str, object], timestamp: int) -> bytes:
        """A PDF/UA-1 document; `timestamp` in seconds since 1970. FormatError names the template's file and line."""
        for number, line in enumerate(template.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if PACKAGE.search(line):
                raise FormatError(
                    f"{template}:{number}: packages come over the network; copy what you need into the file"
                )
        return self._compile(template, {"data": json.dumps(values, ensure_ascii=False)}, timestamp)

    def missing(self, texts: Sequence[str], fonts: Sequence[str]) -> frozenset[str]:
        """The characters, with the marks that combine with them, for which none of these families has a glyph."""
        known = self._known.setdefault(tuple(fonts), {})
        wanted = {cluster for text in texts for cluster in clusters(text)}
        self._tries = 0
        self._probe(sorted(wanted - known.keys()), tuple(fonts))
        return frozenset(cluster for cluster in wanted if not known[cluster])

    def _probe(self, unknown: list[str], fonts: tuple[str, ...]) -> None:
        """PDF/UA-1 forbids text without a glyph, so the typesetter itself says what it cannot set; halve to find it."""
        if not unknown:
            return
        self._tries += 1
        inputs = {"fonts": json.dumps(fonts), "text": " ".join(unknown)}
        try:
            self._compile(PROBE, inputs, 0)
        except FormatError:
            if len(unknown) == 1 or self._tries > MOST_TRIES:
                self._known[fonts].update(dict.fromkeys(unknown, False))
                return
            middle = len(unknown) // 2
            self._probe(unknown[:middle], fonts)
            self._probe(unknown[middle:], fonts)
            return
        self._known[fonts].update(dict.fromkeys(unknown, True))

    def _compile(self, template: Path | bytes, inputs: dict[str, str], timestamp: int) -> bytes:
        from typst import Compiler, TypstError

        source = template.read_bytes() if isinstance(template, Path) else template
        root = template.parent if isinstance(template, Path) else None
        name = str(template) if isinstance(template, Path) else "probe"
        try:
            fonts = self._fonts()
            compiler = Compiler(source, root=root, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs)
            made, _ = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp)
        except TypstError as error:
            raise FormatError(_complaint(name, error.message, error.diagnostic)) from error
        if not isinstance(made, bytes):
            raise FormatError(f"{name}: makes no document; restore the template")
        return made

    def _fonts(self) -> "Fonts":
        if self._loaded is None:
            from typst import Fonts

            self._loaded = Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in self._folders])
        return self._loaded


def clusters(text: str) -> list[str]:
    """The characters of a text, each with its combining marks; white space is none of them."""
    found: list[str] = []
    for character in text:
        if character.isspace():
            found.append("")
        elif found and found[-1] and unicodedata.category(character).startswith("M"):
            found[-1] += character
        else:
            found.append(character)
    return [cluster for cluster in found if cluster]


def _complaint(name: str, message: str, diagnostic: str) -> str:
    place = PLACE.search(diagnostic)
    line = f":{place[2]}" if place else ""
    return f"{name}{line}: {' '.join(message.split())}; correct the template"
