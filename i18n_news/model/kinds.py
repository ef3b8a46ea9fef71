"""The closed vocabularies of the model: locales, kinds of span and block, states and severities."""

from enum import StrEnum


class Locale(StrEnum):
    """BCP 47 tags of the editions that a release can have."""

    ZH_HANS = "zh-Hans"
    ZH_HANT_TW = "zh-Hant-TW"
    ZH_HANT_HK = "zh-Hant-HK"
    EN = "en"

    @property
    def is_chinese(self) -> bool:
        return self is not Locale.EN

    @property
    def is_traditional(self) -> bool:
        return self in (Locale.ZH_HANT_TW, Locale.ZH_HANT_HK)


class SpanKind(StrEnum):
    """What a span of the source is; `code` is text that no edition may change."""

    TERM = "term"
    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    TITLE = "title"
    QUANTITY = "quantity"
    DATE = "date"
    SLOGAN = "slogan"
    CODE = "code"

    @property
    def is_name(self) -> bool:
        return self in (SpanKind.PERSON, SpanKind.PLACE, SpanKind.ORGANIZATION)

    @property
    def is_figure(self) -> bool:
        return self in (SpanKind.QUANTITY, SpanKind.DATE)


class BlockKind(StrEnum):
    """The part that a block plays in a release."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CAPTION = "caption"

    @property
    def is_heading(self) -> bool:
        return self in (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.SUBTITLE, BlockKind.HEADING)


class State(StrEnum):
    """The states of a target in XLIFF 2.1, section 4.3.1.29."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Severity(StrEnum):
    """How much an issue matters; `rank` grows with it."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)
