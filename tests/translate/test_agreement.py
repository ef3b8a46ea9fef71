"""What the case files of the grammar rules cannot say: headings, and the rules together."""

import pytest

from i18n_news.translate.polish import polish
from tests.translate.test_polish import joined_text, written


@pytest.mark.parametrize(
    ("before", "heading", "after"),
    [
        ("Links of {term: industrial chain}", True, "Links of {term: industrial chain}"),
        ("{date: March 18}, the yard opens", True, "{date: March 18}, the yard opens"),
        (
            "{date: 2025}, {quantity: 47} {term: leading enterprise} in all.",
            False,
            "In 2025, 47 leading enterprises in all.",
        ),
        ("{quantity: 47} {term: project}", True, "47 projects"),
        (
            "It built {quantity: two} {term: park} with a {term: total investment} {quantity: RMB 1.2 billion}.",
            False,
            "It built two parks with a total investment of RMB 1.2 billion.",
        ),
        ("Part of {term: industrial chain} of {term: machinery}.", False, "Part of the industrial chain of machinery."),
    ],
)
def test_the_grammar_around_forms(before, heading, after):
    runs, segment = written(before)
    expected = joined_text(written(after)[0])
    assert joined_text(polish(runs, segment, is_heading=heading).runs) == expected
