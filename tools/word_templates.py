"""Make templates/release.docx and templates/bilingual.docx anew: python tools/word_templates.py [FOLDER]."""

import io
import sys
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from i18n_news.render.docx import EPOCH, settled

INK, ACCENT, QUIET, RULE, WASH = "1D1B19", "8C1D18", "5F5953", "D9D3CA", "F5F1EA"
LATIN, EAST = "Cambria", "Microsoft YaHei"
ONE, TWO = Mm(160), Mm(174)


def main(folder=Path(__file__).parents[1] / "templates"):
    for name, make in (("release.docx", release), ("bilingual.docx", bilingual)):
        (folder / name).write_bytes(make())


def release():
    word = _document(ONE)
    _opening(word)
    _lines(word, "{%p for block in blocks %}", '{%p if block.kind == "table-row" %}')
    _table(word, ONE, has_other=False)
    _paragraph(word, "", "Table Space")
    _kinds(word, "block")
    _lines(word, "{%p endif %}", "{%p endfor %}")
    _closing(word)
    return _bytes(word)


def bilingual():
    word = _document(TWO)
    _opening(word)
    _lines(word, "{%p for block in blocks %}", '{%p if block.kind == "pairs" %}')
    _pairs(word)
    _paragraph(word, "", "Table Space")
    _lines(word, '{%p elif block.kind == "table-row" %}')
    _table(word, TWO, has_other=True)
    _paragraph(word, "", "Table Space")
    for level in (1, 2, 3):
        _lines(word, f"{{%p elif block.level == {level} %}}")
        _paragraph(word, "{{r block.text }}", f"Heading {level}")
    _lines(word, "{%p endif %}", "{%p endfor %}")
    _closing(word)
    for name, size in (("Heading 1", 17), ("Heading 2", 13), ("Heading 3", 11.5)):
        word.styles[name].font.size = Pt(size)
    return _bytes(word)


def _opening(word):
    _lines(word, "{%p if logo %}")
    _paragraph(word, "{{ logo }}", "Logo")
    _lines(word, "{%p endif %}", "{%p if organization %}")
    _paragraph(word, "{{r organization }}", "Organization")
    _lines(word, "{%p endif %}", "{%p for line in letterhead %}")
    _paragraph(word, "{{r line }}", "Letterhead")
    _lines(word, "{%p endfor %}", "{%p if organization or letterhead or logo %}")
    _paragraph(word, "", "Letterhead Rule")
    _lines(word, "{%p endif %}", "{%p for line in embargo %}")
    _paragraph(word, "{{r line }}", "Embargo")
    _lines(word, "{%p endfor %}")


def _closing(word):
    for name in ("about", "contact"):
        _lines(word, f"{{%p for block in {name} %}}", "{%p if block.text %}")
        _paragraph(word, "{{r block.text }}", "House Heading")
        _lines(word, "{%p endif %}", "{%p for line in block.pairs %}")
        _paragraph(word, "{{r line.text }}", name.capitalize())
        _lines(word, "{%p endfor %}", "{%p endfor %}")


def _kinds(word, block):
    """After an {%p if %} for tables: every other kind of block in the style that it has."""
    styles = {
        f"{block}.level == 1": "Heading 1",
        f"{block}.level == 2": "Heading 2",
        f"{block}.level == 3": "Heading 3",
        f'{block}.kind == "kicker"': "Kicker",
        f'{block}.kind == "byline"': "Byline",
        f'{block}.kind == "dateline"': "Dateline",
        f'{block}.kind == "imprint"': "Imprint",
        f'{block}.kind == "list-item"': "List Bullet",
        f'{block}.kind == "quote"': "Quote",
        f'{block}.kind == "caption"': "Caption",
    }
    for condition, style in styles.items():
        _lines(word, f"{{%p elif {condition} %}}")
        _paragraph(word, f"{{{{r {block}.text }}}}", style)
    _lines(word, "{%p elif is_chinese %}")
    _paragraph(word, f"{{{{r {block}.text }}}}", "Body Text Chinese")
    _lines(word, "{%p else %}")
    _paragraph(word, f"{{{{r {block}.text }}}}", "Body Text")


def _pairs(word):
    # English takes about twice the room.
    table = _grid(word, 3, (TWO * 43 // 100, TWO * 57 // 100))
    _cell(table, 0, 0, ("Normal", "{%tr for pair in block.pairs %}"))
    for column, (side, body) in enumerate((("text", "Body Text Chinese"), ("other", "Body Text"))):
        lines = []
        kinds = {"kicker": "Kicker", "byline": "Byline", "dateline": "Dateline", "imprint": "Imprint"}
        kinds |= {"list-item": "List Bullet", "quote": "Quote", "caption": "Caption"}
        for number, (kind, style) in enumerate(kinds.items()):
            lines.append(("Normal", f'{{%p {"elif" if number else "if"} pair.kind == "{kind}" %}}'))
            lines.append((style, f"{{{{r pair.{side} }}}}"))
        lines += [("Normal", "{%p else %}"), (body, f"{{{{r pair.{side} }}}}"), ("Normal", "{%p endif %}")]
        _cell(table, 1, column, *lines)
    _cell(table, 2, 0, ("Normal", "{%tr endfor %}"))
    _margins(table, 0, 170, 0, 0)
    _in_order(table._tbl.tblPr)


def _table(word, width, *, has_other):
    """A table whose columns and rows are made by {%tc %} and {%tr %}: the first row is its head on every page."""
    table = _grid(word, 4, (width // 3, width // 3, width // 3))
    rows = (("block.header", 0, "Table Head", "Table Head Number"), ("row", 2, "Table Text", "Table Number"))
    for source, number, style, number_style in rows:
        _cell(table, number, 0, ("Normal", f"{{%tc for cell in {source} %}}"))
        lines = []
        for side in ("text", "other")[: 1 + has_other]:
            field = f"{{{{r cell.{side} }}}}"
            lines += [("Normal", f"{{%p if cell.{side} and cell.is_number %}}"), (number_style, field)]
            # A cell without a paragraph would be a damaged document.
            otherwise = "else" if side == "text" else "elif cell.other"
            lines += [("Normal", f"{{%p {otherwise} %}}"), (style, field), ("Normal", "{%p endif %}")]
        _cell(table, number, 1, *lines)
        _cell(table, number, 2, ("Normal", "{%tc endfor %}"))
    _cell(table, 1, 0, ("Normal", "{%tr for row in block.rows %}"))
    _cell(table, 3, 0, ("Normal", "{%tr endfor %}"))
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:cantSplit"))
    head.append(OxmlElement("w:tblHeader"))
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    borders = OxmlElement("w:tblBorders")
    for side, colour, size in (("top", INK, 8), ("bottom", INK, 8), ("insideH", RULE, 4)):
        borders.append(_element(f"w:{side}", val="single", sz=size, space=0, color=colour))
    table._tbl.tblPr.append(borders)
    _margins(table, 40, 100, 40, 100)
    # As many columns as the release has: Word finds their widths by what stands in them.
    table.autofit = True
    for width in list(table._tbl.iter(qn("w:tcW"))):
        width.getparent().remove(width)
    _in_order(table._tbl.tblPr)


def _grid(word, rows, widths):
    table = word.add_table(rows, len(widths))
    table.autofit = False
    table._tbl.tblPr.append(_element("w:tblW", w=5000, type="pct"))
    for old in table._tbl.tblPr.findall(qn("w:tblW"))[:-1]:
        table._tbl.tblPr.remove(old)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def _margins(table, top, right, bottom, left):
    margins = OxmlElement("w:tblCellMar")
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    for side, width in sides:
        margins.append(_element(f"w:{side}", w=width, type="dxa"))
    table._tbl.tblPr.append(margins)


def _in_order(properties):
    """CT_TblPr is a sequence, and Word takes a table whose properties stand in another order for damaged."""
    names = ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook")
    places = {qn(f"w:{name}"): place for place, name in enumerate(names)}
    properties[:] = sorted(properties, key=lambda element: places[element.tag])


def _cell(table, row, column, *lines):
    cell = table.cell(row, column)
    for number, (style, text) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = style
        paragraph.add_run(text)


def _lines(word, *lines):
    for line in lines:
        _paragraph(word, line, "Normal")


def _paragraph(word, text, style):
    paragraph = word.add_paragraph(style=style)
    if text:
        paragraph.add_run(text)
    return paragraph


def _document(width):
    word = Document()
    for name in ("comments", "keywords", "subject", "category", "author", "title"):
        setattr(word.core_properties, name, "")
    word.core_properties.created = word.core_properties.modified = EPOCH
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = (Mm(210) - width) // 2
    section.top_margin, section.bottom_margin = Mm(22), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    _styles(word)
    _modern(word)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = "Header"
    head.add_run("{{ title }}")
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        _field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        _field(paragraph, "NUMPAGES")
    return word


def _modern(word):
    """Without this, Word opens the document in the compatibility mode of 2007."""
    compat = OxmlElement("w:compat")
    name, uri = "compatibilityMode", "http://schemas.microsoft.com/office/word"
    compat.append(_element("w:compatSetting", name=name, uri=uri, val=15))
    settings = word.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.replace(old, compat)
    for language in settings.findall(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    if compat.getparent() is None:
        raise ValueError("the default template of python-docx has no w:compat to replace")


def _styles(word):
    """Word's own styles where it has one, so that its navigation, its contents and its style pane know them."""
    base = word.styles["Normal"]
    _style(word, "Normal", size=10.5, line=1.0)
    _fonts(base, LATIN, EAST)
    _style(word, "Body Text", base="Normal", size=10.5, after=7, line=1.35, widow=True)
    # A fixed distance: a reading must not push its line away from the one above.
    _style(word, "Body Text Chinese", base="Body Text", size=10.5, after=7, line=Pt(21), widow=True)
    _style(word, "Heading 1", size=20, bold=True, before=4, after=8, line=1.3, keep=True)
    _style(word, "Heading 2", size=14, bold=True, colour=ACCENT, before=14, after=5, line=1.35, keep=True)
    _style(word, "Heading 3", size=11.5, bold=True, before=8, after=4, line=1.35, keep=True)
    _style(word, "Organization", base="Normal", size=15, bold=True, colour=ACCENT, line=1.2)
    _style(word, "Letterhead", base="Normal", size=9, colour=QUIET, line=1.3)
    _style(word, "Letterhead Rule", base="Normal", size=4, after=16, line=1.0)
    _style(word, "Logo", base="Normal", size=10.5, after=5, line=1.0)
    _style(word, "Embargo", base="Normal", size=10.5, bold=True, colour=ACCENT, after=10, line=1.3)
    _style(word, "Kicker", base="Normal", size=10, bold=True, colour=ACCENT, after=2, line=1.3, keep=True)
    _style(word, "Byline", base="Normal", size=9.5, colour=QUIET, after=3, line=1.4)
    _style(word, "Dateline", base="Normal", size=9.5, colour=QUIET, after=3, line=1.4)
    _style(word, "Imprint", base="Normal", size=9.5, colour=QUIET, after=9, line=1.4)
    _style(word, "List Bullet", base="Normal", size=10.5, after=4, line=1.5, widow=True)
    _style(word, "Quote", base="Normal", size=10.5, colour=QUIET, before=2, after=8, line=1.5, indent=Mm(7))
    _style(word, "Caption", base="Normal", size=9, colour=QUIET, after=8, line=1.4)
    _style(word, "Table Text", base="Normal", size=9.5, line=1.3)
    _style(word, "Table Number", base="Table Text", size=9.5, line=1.3, right=True)
    _style(word, "Table Head", base="Table Text", size=9.5, bold=True, line=1.3, keep=True)
    _style(word, "Table Head Number", base="Table Head", size=9.5, bold=True, line=1.3, right=True, keep=True)
    _style(word, "Table Space", base="Normal", size=5, line=1.0)
    _style(word, "House Heading", base="Normal", size=10.5, bold=True, before=16, after=3, line=1.35, keep=True)
    _style(word, "About", base="Normal", size=9.5, colour=QUIET, after=4, line=1.45, widow=True)
    _style(word, "Contact", base="Normal", size=9.5, colour=QUIET, line=1.45)
    _style(word, "Header", base="Normal", size=8.5, colour=QUIET, line=1.0)
    _style(word, "Footer", base="Normal", size=8.5, colour=QUIET, line=1.0, centre=True)
    _border(word.styles["Letterhead Rule"], "bottom", ACCENT, 8)
    _border(word.styles["Quote"], "left", RULE, 18)
    _fonts(word.styles["Contact"], LATIN, EAST)


def _style(
    word, name, *, base="", size, line, before=0, after=0, bold=False, colour=INK, keep=False, widow=False,
    right=False, centre=False, indent=0,
):  # fmt: skip
    known = {style.name for style in word.styles}
    style = word.styles[name] if name in known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if base:
        style.base_style = word.styles[base]
    style.quick_style, style.hidden = True, False
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    _fonts(style, LATIN, EAST)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.keep_with_next, form.widow_control = keep, widow or None
    if right or centre:
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        form.left_indent = indent


def _fonts(style, latin, east):
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, _element("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin))


def _border(style, side, colour, size):
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    borders.append(_element(f"w:{side}", val="single", sz=size, space=6, color=colour))
    # CT_PPr is a sequence: the border stands after the numbering and before spacing and indents.
    names = {qn(f"w:{name}") for name in ("spacing", "ind", "jc", "contextualSpacing")}
    later = [child for child in properties if child.tag in names]
    later[0].addprevious(borders) if later else properties.append(borders)


def _field(paragraph, code):
    for kind in ("begin", "", "separate", "text", "end"):
        run = paragraph.add_run("1" if kind == "text" else "")
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {code} "
            run._r.append(instruction)
        elif kind != "text":
            run._r.append(_element("w:fldChar", fldCharType=kind))


def _element(tag, **attributes):
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def _bytes(word):
    stream = io.BytesIO()
    word.save(stream)
    return settled(stream.getvalue())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
