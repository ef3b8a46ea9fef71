import struct
import zlib
from dataclasses import replace

import pytest

from i18n_news.config import Config, HouseConfig, HouseText
from i18n_news.errors import ConfigError
from i18n_news.model import FrozenMap
from i18n_news.render.house import House, embargo, frame, imprint, open_house
from i18n_news.render.html import html_renderer
from i18n_news.render.markdown import markdown_renderer, text_renderer
from tests.render.release import EN, HANS, ISSUES, TW, release


def png(width=2, height=2):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x8c\x1d\x18" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


HOUSE = House(
    FrozenMap(
        {
            EN: HouseText(
                organization="Yunting Zone",
                letterhead="Press Office\n12 Lake Road",
                embargo="Not before {time} (Beijing time)",
                about="Founded in 1992.\nIt has 900 companies.\n\nIt covers 293 square kilometers.",
                contact="Li Wen <press@example.org>\n+86 516 0000 0000",
            ),
            HANS: HouseText(organization="云汀开发区", about="云汀开发区成立于1992年。", contact="李文"),
            TW: HouseText(organization="雲汀開發區", about_title="園區簡介", about="雲汀開發區成立於1992年。"),
        }
    ),
    png(),
)


def with_meta(**meta):
    document = release()
    return replace(document, meta=FrozenMap({**document.meta, **meta}))


def test_lines_stay_lines_and_a_blank_line_parts_paragraphs():
    found = frame(release(), EN, HOUSE)
    assert found.letterhead == ("Press Office", "12 Lake Road")
    assert found.about == ("Founded in 1992. It has 900 companies.", "It covers 293 square kilometers.")


@pytest.mark.parametrize(
    ("locale", "about", "contact"),
    [(EN, "About Yunting Zone", "Media contact"), (HANS, "关于云汀开发区", "媒体联系"), (TW, "園區簡介", "")],
)
def test_what_the_office_did_not_title_has_the_usual_title(locale, about, contact):
    found = frame(release(), locale, HOUSE)
    assert (found.about_title, found.contact_title) == (about, contact)


@pytest.mark.parametrize(
    ("given", "locale", "line"),
    [
        ("2026-05-06 09:00", EN, "Embargoed until 9:00 a.m. on May 6, 2026"),
        ("2026-05-06T00:30", EN, "Embargoed until 12:30 a.m. on May 6, 2026"),
        ("2026年5月6日 14:05", EN, "Embargoed until 2:05 p.m. on May 6, 2026"),
        ("2026-05-06 09:00", HANS, "2026年5月6日9:00前不得发布"),
        ("2026-05-06", TW, "2026年5月6日前不得發布"),
        ("2026-05-06 25:00", EN, "Embargoed until 2026-05-06 25:00"),
        ("会议结束", EN, "Embargoed until 会议结束"),
    ],
)
def test_an_embargo_is_never_passed_over(given, locale, line):
    assert embargo(with_meta(embargo=given), locale) == line


def test_a_release_without_an_embargo_has_no_such_line():
    assert frame(release(), EN, HOUSE).embargo == ""


def test_the_office_words_its_embargo():
    found = frame(with_meta(embargo="2026-05-06 09:00"), EN, HOUSE)
    assert found.embargo == "Not before 9:00 a.m. on May 6, 2026 (Beijing time)"


def test_an_embargo_for_one_language_alone_stands_there():
    assert embargo(with_meta(**{"embargo.en": "the signing"}), EN) == "Embargoed until the signing"


def test_without_a_house_nothing_stands_around_a_release():
    assert frame(release(), EN, House()) == frame(release(), EN, House(FrozenMap({HANS: HouseText(about="关于")})))


def test_the_imprint_of_a_release_is_in_the_words_of_its_language():
    assert imprint(release(), EN).text == "Yunting News · May 6, 2026"


def test_pages_carry_the_words_of_the_office(templates):
    files = html_renderer(templates, HOUSE)(with_meta(embargo="2026-05-06"), ISSUES)
    page = next(page.decode() for path, page in files.items() if str(path) == "en.html")
    assert '<img src="data:image/png;base64,' in page and 'alt="Yunting Zone"' in page
    for words in (
        "Press Office",
        "Not before May 6, 2026",
        "It has 900 companies.",
        "Li Wen &lt;press@example.org&gt;",
    ):
        assert words in page


@pytest.mark.parametrize("make", [markdown_renderer, text_renderer])
def test_plain_files_carry_the_words_of_the_office(templates, make):
    files = {
        str(path): text.decode() for path, text in make(templates, HOUSE)(with_meta(embargo="2026-05-06"), ()).items()
    }
    text = next(text for path, text in files.items() if path.startswith("en."))
    assert text.startswith("Yunting Zone") and "Not before May 6, 2026" in text
    assert "About Yunting Zone" in text and text.rstrip().endswith("+86 516 0000 0000")


def test_a_text_file_has_no_marks(templates):
    files = {str(path): text.decode() for path, text in text_renderer(templates)(release(), ()).items()}
    assert files["en.txt"].startswith("News\n\nYunting District Opens a Park\n\nYan Siyuan attends\n\n")
    assert "• The first item\n• The second item\n\nName\tNumber\nA|B\t1.50\n\nWork comes first.\n" in files["en.txt"]
    assert "全文完。\n\nThat is all.\n" in files["bilingual.txt"]


def test_the_logo_is_read_from_the_workspace(tmp_path):
    (tmp_path / "logo.png").write_bytes(png())
    assert open_house(Config(folder=tmp_path, house=HouseConfig("logo.png"))).logo_type == "image/png"


@pytest.mark.parametrize(("content", "message"), [(b"<svg/>", "not a PNG or JPEG"), (None, "cannot be read")])
def test_a_logo_that_cannot_be_used_is_named(tmp_path, content, message):
    if content is not None:
        (tmp_path / "logo.svg").write_bytes(content)
    with pytest.raises(ConfigError, match=message):
        open_house(Config(folder=tmp_path, house=HouseConfig("logo.svg")))
