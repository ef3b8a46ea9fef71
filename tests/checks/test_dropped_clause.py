from i18n_news.checks import run_checks
from i18n_news.model import Block, BlockKind, Document, Edition, Locale, Note, Run, Segment, Severity, Target

EN = Locale.EN


def issues(*notes):
    segment = Segment("p1.s1", "项目早开工、早达效。")
    document = Document("d", Locale.ZH_HANS, (Block(BlockKind.PARAGRAPH, (segment,)),))
    target = Target("p1.s1", EN, (Run("The project started early."),))
    return run_checks(document.with_edition(Edition(EN, {"p1.s1": target}, notes)))


def test_a_dropped_clause_is_a_warning_with_its_words():
    note = Note("translate", "dropped", "p1.s1", "nothing was written for: 早达效", 6, 9)
    (issue,) = [issue for issue in issues(note) if issue.check == "dropped-clause"]
    assert (issue.severity, issue.segment_id, issue.locale) == (Severity.WARNING, "p1.s1", EN)
    assert issue.message.startswith("Nothing was written for: 早达效.")


def test_a_text_without_the_note_has_no_such_issue():
    assert [issue for issue in issues() if issue.check == "dropped-clause"] == []
