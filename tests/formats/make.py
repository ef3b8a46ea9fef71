"""Word and PDF files written by hand, so that every byte of a test is known."""

import zipfile
import zlib
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def _style(name, identifier, content="", default=""):
    return f'<w:style w:type="paragraph" {default} w:styleId="{identifier}"><w:name w:val="{name}"/>{content}</w:style>'


def _based_on(identifier):
    return f'<w:basedOn w:val="{identifier}"/>'


STYLES = "".join(
    (
        _style("Normal", "a", '<w:rPr><w:sz w:val="32"/></w:rPr>', 'w:default="1"'),
        _style("heading 1", "1", _based_on("a")),
        _style("heading 2", "2", _based_on("a")),
        _style("我的标题", "own", _based_on("2")),
        _style("Title", "t"),
        _style("Subtitle", "st"),
        _style("caption", "cap"),
        _style("Quote", "q"),
        _style("toc 1", "toc1"),
        _style("List Bullet", "lb", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        _style("loop", "loop", _based_on("loop")),
    )
)
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content, style="", properties=""):
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def ruby(base, reading):
    return f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(reading)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"


def table(*rows):
    made = ""
    for row in rows:
        cells = "".join(cell if cell.startswith("<w:tc") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)
        made += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def document(*blocks):
    body = f"<w:body>{''.join(blocks)}</w:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}>{body}</w:document>'


def word(*blocks, footnotes="", styles=STYLES, main="", **parts):
    """The bytes of a .docx with these blocks; other parts by their name."""
    content = {
        "word/document.xml": main or document(*blocks),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{NUMBERING}</w:numbering>",
        **parts,
    }
    if footnotes:
        content["word/footnotes.xml"] = f"<w:footnotes {NAMESPACES}>{footnotes}</w:footnotes>"
    return zipped(content)


def zipped(content):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def pdf(*pages, size=(600, 800)):
    """A PDF whose pages are lists of (x, y, size, text), or ("image", x, y, width, height); Han is one em wide."""
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 5 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    )
    image = stream_object(
        zlib.compress(b"\x80" * 64),
        "/Type /XObject /Subtype /Image /Width 8 /Height 8"
        " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
    )
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *(part.encode() for part in font), image]
    kids = []
    for page in pages:
        content = "".join(map(_drawn, page)).encode()
        objects.append(stream_object(zlib.compress(content), "/Filter /FlateDecode"))
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
    return assembled(objects)


def _drawn(item):
    if item[0] == "image":
        return "q {3} 0 0 {4} {1} {2} cm /I Do Q\n".format(*item)
    x, y, points, text = item
    return f"BT /F {points} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex().upper()}> Tj ET\n"


def stream_object(data, entries=""):
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def assembled(objects):
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return made + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def column(text, x, y, width, size=10, leading=15, indent=0):
    """The lines of a column of full-width type, and the y below it; the first line is indented by so many ems."""
    lines = []
    room = width - indent
    while text:
        lines.append((x + indent * size, y, size, text[:room]))
        text, room, indent = text[room:], width, 0
        y -= leading
    return lines, y
