"""Text as WordprocessingML runs: each with its language, its East Asian font, and its reading as real ruby."""

import re
from xml.sax.saxutils import escape

from i18n_news.model import Locale
from i18n_news.render.views import Passage, Piece

# The faces that Word brings on Windows and macOS, with a bold of their own.
FONTS = {
    Locale.ZH_HANS: "Microsoft YaHei",
    Locale.ZH_HANT_TW: "Microsoft JhengHei",
    Locale.ZH_HANT_HK: "Microsoft JhengHei",
    Locale.EN: "Microsoft YaHei",
}
LANGUAGES = {Locale.ZH_HANS: "zh-CN", Locale.ZH_HANT_TW: "zh-TW", Locale.ZH_HANT_HK: "zh-HK", Locale.EN: "zh-CN"}
# XML 1.0, 2.2: what no document may hold, even escaped.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# In half points, for text of 11 points; docx.fit_ruby puts the sizes of the paragraph's own style there.
READING_SIZE, RAISE, BASE_SIZE = 11, 20, 22


class Runs(str):
    """XML that a template takes as it is: `{{r part.text }}`."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def passage_runs(passage: Passage) -> Runs:
    return Runs("".join(_piece(piece, passage.locale) for piece in passage.pieces if piece.text))


def text_runs(text: str, locale: Locale) -> Runs:
    return Runs(_run(text, locale) if text.strip() else "")


def two_lines(first: Runs, second: Runs) -> Runs:
    """Both in one paragraph, parted by a line break: a heading in two languages is one entry of Word's navigation."""
    return Runs(f"{first}<w:r><w:br/></w:r>{second}" if first and second else first + second)


def _piece(piece: Piece, locale: Locale) -> str:
    parts = []
    for part in piece.word_ruby:
        if part.reading:
            parts.append(_ruby(part.base, part.reading, locale))
        else:
            parts.append(_run(part.base, locale, is_name=piece.is_fixed))
    return "".join(parts)


def _run(text: str, locale: Locale, *, is_name: bool = False) -> str:
    # The hint makes “ ” … — full-width in Chinese; without it Word takes them for Latin. Figures and Latin letters
    # among Chinese come from the Chinese face, which is drawn for them to stand beside each other.
    font = FONTS[locale]
    fonts = f'w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}" ' if locale.is_chinese else ""
    proof = "<w:noProof/>" if is_name else ""
    properties = f'<w:rFonts {fonts}w:eastAsia="{font}"/>{proof}{_language(locale)}'
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def _ruby(base: str, reading: str, locale: Locale) -> str:
    """A phonetic guide (ISO/IEC 29500-1, 17.3.3.25)."""
    properties = (
        f'<w:rubyAlign w:val="center"/><w:hps w:val="{READING_SIZE}"/><w:hpsRaise w:val="{RAISE}"/>'
        f'<w:hpsBaseText w:val="{BASE_SIZE}"/><w:lid w:val="{LANGUAGES[locale]}"/>'
    )
    # Not every face has the letters of Pinyin with their tone marks; Arial has.
    over = (
        f'<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="{FONTS[locale]}"/>'
        f'<w:b w:val="0"/><w:noProof/>'
        f'<w:sz w:val="{READING_SIZE}"/><w:szCs w:val="{READING_SIZE}"/>{_language(locale)}</w:rPr>'
        f'<w:t xml:space="preserve">{_escaped(reading)}</w:t></w:r>'
    )
    under = _run(base, locale, is_name=True)
    return (
        f"<w:r><w:ruby><w:rubyPr>{properties}</w:rubyPr><w:rt>{over}</w:rt>"
        f"<w:rubyBase>{under}</w:rubyBase></w:ruby></w:r>"
    )


def _language(locale: Locale) -> str:
    return f'<w:lang w:val="en-US" w:eastAsia="{LANGUAGES[locale]}"/>'


def _escaped(text: str) -> str:
    """Braces are written as numbers and white space as spaces, because docxtpl still changes what is rendered."""
    plain = NO_XML.sub("", re.sub(r"[\t\n\v\f\r\x85\u2028\u2029]", " ", text))
    return escape(plain, {"{": "&#123;", "}": "&#125;"})
