"""A file with several releases is cut at their headlines, and only there."""

import pytest

from i18n_news.formats.text import parse
from i18n_news.text.paragraphs import Paragraph, Repair, Repaired, repair
from i18n_news.text.releases import split_releases

BODY = "港区的企业代表参加活动，并参观了全部八条新建的车道。"


def heads(text):
    return [release.blocks[0].text for release in split_releases(repair(parse(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"# 港区启用闸口\n\n{BODY}\n\n# 园区新开航线\n\n{BODY}\n", ["港区启用闸口", "园区新开航线"]),
        (f"# 港区启用闸口\n\n## 建设情况\n\n{BODY}\n\n## 下一步\n\n5月8日，{BODY}\n", ["港区启用闸口"]),
        (
            f"# 港区启用闸口\n\n## 让车辆少等待\n\n{BODY}\n\n## 园区新开航线\n\n### 助企业降低成本\n\n5月8日，{BODY}\n",
            ["港区启用闸口", "园区新开航线"],
        ),
        (
            f"港区启用智慧闸口\n\n5月8日，{BODY}\n\n园区新开三条航线\n\n本报讯　{BODY}\n",
            ["港区启用智慧闸口", "园区新开三条航线"],
        ),
        (f"港区启用智慧闸口\n\n5月8日，{BODY}\n\n让车辆少等待\n\n{BODY}\n", ["港区启用智慧闸口"]),
        (f"港区启用智慧闸口\n\n{BODY}\n\n一、基本情况\n\n5月8日，{BODY}\n", ["港区启用智慧闸口"]),
        (f"{BODY}\n\n{BODY}\n", [BODY]),
    ],
)
def test_a_release_begins_at_a_headline(text, expected):
    assert heads(text) == expected


def test_nothing_is_lost_and_repairs_keep_their_places():
    blocks = tuple(Paragraph("heading" if n % 3 == 0 else "paragraph", f"文{n}", int(n % 3 == 0)) for n in range(9))
    repairs = (Repair("width", "", "", block=4), Repair("page-number", "2", ""), Repair("width", "", "", block=8))
    first, second, third = split_releases(Repaired(blocks, repairs))
    assert first.blocks + second.blocks + third.blocks == blocks
    assert [[each.block for each in release.repairs] for release in (first, second, third)] == [[-1], [1], [2]]


def test_the_real_page_holds_two_releases(shared):
    for page in sorted((shared / "seeds").glob("*.txt")):
        assert len(split_releases(repair(parse(page.read_text(encoding="utf-8"))))) == 2
