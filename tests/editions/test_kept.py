import pytest

from i18n_news.editions.kept import kept_stretches


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("读《数字经济概论》一书", {"《数字经济概论》"}),
        ("与甲乙信息技术股份有限公司签约", {"甲乙信息技术股份有限公司"}),
        ("考察临江湾软件产业园", {"临江湾软件产业园"}),
        ("该产业园和科技产业园", set()),
        ("由国家网络和信息办公室发布", {"国家网络和信息办公室"}),
        ("提升网络质量和信息化水平", set()),
        ("的有限公司", {"有限公司"}),
    ],
)
def test_owned_names_and_nothing_else_are_kept(text, stretches):
    assert {text[start:end] for start, end in kept_stretches(text)} == stretches
