"""The pages in a real browser: nothing runs over the edge, the switch works, the paper holds all of it."""

import re
from importlib.resources import files

import pytest

from i18n_news.model import Locale
from i18n_news.render.differences import difference_page
from i18n_news.render.environment import Templates
from i18n_news.render.html import html_renderer
from tests.render.conftest import TEMPLATES
from tests.render.release import DIFFERENCES, ISSUES, NASTY, release

pytestmark = pytest.mark.browser
CHROMIUM = "/usr/bin/chromium"
NAMES = ["en", "zh-Hans", "zh-Hant-TW", "bilingual", "review"]
DIFFERENCE_SHEET = "zh-Hant-TW.differences"
ALL = [*NAMES, DIFFERENCE_SHEET]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    templates = Templates([TEMPLATES])
    for path, content in html_renderer(templates)(release(), ISSUES).items():
        (folder / path).write_bytes(content)
    sheet = difference_page(templates, release(), Locale.ZH_HANT_TW, DIFFERENCES)
    (folder / f"{DIFFERENCE_SHEET}.html").write_text(sheet, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, folder):
    """Opens a page and collects what it asks for and complains of."""
    contexts = []

    def opened(name, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.seen = []
        page.on("request", lambda request: page.seen.append(request.url))
        page.on("console", lambda message: page.seen.append(message.text))
        page.goto((folder / f"{name}.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_scrolls_sideways(open_page, name, width):
    page = open_page(name, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", NAMES)
def test_no_page_asks_for_anything_or_runs_the_text_of_the_release(open_page, name):
    page = open_page(name)
    assert [seen for seen in page.seen if not seen.startswith(("file:", "data:"))] == []
    assert NASTY in page.locator("main").text_content()


@pytest.mark.parametrize("name", ["zh-Hans", "bilingual"])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_switch_hides_the_readings_by_keyboard_and_by_mouse(open_page, name, scripts):
    page = open_page(name, java_script_enabled=scripts)
    reading = page.locator("rt").first
    assert reading.is_visible()
    page.get_by_role("switch").focus()
    page.keyboard.press("Space")
    assert not reading.is_visible()
    page.locator("label[for=readings]").click()
    assert reading.is_visible()


def test_copied_text_has_no_readings_in_it(open_page):
    page = open_page("zh-Hans")
    page.locator("h2").first.click(click_count=3)
    assert page.evaluate("getSelection().toString()").strip() == "严思远到场"


def test_readings_do_not_push_the_lines_apart(open_page):
    page = open_page("zh-Hans", viewport={"width": 360, "height": 800})
    height = "document.querySelector('p.paragraph').getBoundingClientRect().height"
    before = page.evaluate(height)
    page.locator("label[for=readings]").click()
    assert page.evaluate(height) == pytest.approx(before, abs=2)


def test_languages_stand_side_by_side_on_a_desk_and_stacked_on_a_phone(open_page):
    for width, is_beside in ((1280, True), (390, False)):
        page = open_page("bilingual", viewport={"width": width, "height": 800})
        pair = page.locator(".pair:has(p.paragraph)").first
        chinese, english = (pair.locator(f"[lang={lang}]").first.bounding_box() for lang in ("zh-Hans", "en"))
        assert (english["x"] > chinese["x"] + chinese["width"]) == is_beside
        assert (english["y"] >= chinese["y"] + chinese["height"]) == (not is_beside)


def test_the_review_can_be_narrowed_to_segments_with_issues(open_page):
    page = open_page("review", viewport={"width": 1280, "height": 800})
    page.locator("label[for=only-issues]").click()
    assert page.locator(".segment:visible").count() == 2


LUMINANCE = """() => {
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => [r, g, b].map(v => linear(v / 255))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const paper = light(parse(getComputedStyle(document.documentElement).backgroundColor));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('rp')) continue;
    const ink = light(parse(getComputedStyle(element).color));
    const ratio = (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
    if (ratio < 4.5) found.push(`${walker.currentNode.data} ${ratio}`);
  }
  return found;
}"""


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_the_contrast_of_wcag_aa(open_page, name, scheme):
    page = open_page(name, color_scheme=scheme)
    assert page.evaluate(LUMINANCE) == []


@pytest.mark.parametrize("name", ALL)
def test_on_paper_nothing_is_wider_than_the_sheet(open_page, name):
    page = open_page(name, viewport={"width": 658, "height": 930})  # A4 without its margins at 96 dots an inch
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 658
    clipped = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 659).length"
    assert page.evaluate(clipped) == 0


@pytest.mark.parametrize("name", ALL)
def test_a_page_prints_on_a4(open_page, name):
    sheets = open_page(name).pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheets)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}


AXE = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
FOUND = "result => result.violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html} ${node.failureSummary}`))"


@pytest.fixture(scope="module")
def axe():
    """The script of axe-core, which the package for Playwright carries."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "options",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"contrast": "more"}, {"forced_colors": "active"}],
    ids=["light", "dark", "contrast", "forced"],
)
def test_axe_finds_nothing(open_page, axe, name, options):
    # The pages forbid every script; the policy is lifted for axe alone.
    page = open_page(name, bypass_csp=True, **options)
    page.evaluate("document.querySelectorAll('details').forEach(closed => { closed.open = true; })")
    page.evaluate(f"() => {{ {axe} }}")
    assert page.evaluate(f"axe.run(document, {AXE}).then({FOUND})") == []


def test_a_heading_of_both_languages_is_one_heading(open_page):
    page = open_page("bilingual")
    page.get_by_role("switch").press("Space")  # without the readings
    headings = page.get_by_role("heading", level=1).all_inner_texts()
    expected = ["云汀区新开产业园 Yunting District Opens a Park", "又一则消息 Another Release"]
    assert [" ".join(text.split()) for text in headings] == expected


@pytest.mark.parametrize("name", ["en", "zh-Hans", "bilingual"])
def test_the_frame_of_a_table_is_called_after_its_head(open_page, name):
    heads = {"en": "Name Number", "zh-Hans": "名称 数量", "bilingual": "名称 Name 数量 Number"}
    assert open_page(name).get_by_role("group", name=heads[name], exact=True).count() == 1


@pytest.mark.parametrize("name", ["zh-Hans", "review"])
def test_the_switch_shows_its_state_in_forced_colors(open_page, name):
    page = open_page(name, forced_colors="active")
    pictures = []
    for _ in range(2):
        pictures.append(page.locator(".switch + label").screenshot())
        page.locator(".switch + label").click()
        page.mouse.move(0, 0)
    assert pictures[0] != pictures[1]


def test_with_more_contrast_text_has_no_color_of_its_own(open_page):
    page = open_page("review", contrast="more")
    ink = page.evaluate("getComputedStyle(document.body).color")
    coloured = """ink => [...document.querySelectorAll('main :not(a, summary, a *, summary *)')]
      .filter(e => getComputedStyle(e).color !== ink).map(e => e.outerHTML.slice(0, 80))"""
    assert page.evaluate(coloured, ink) == []
