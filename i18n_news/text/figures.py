"""The values that the quantity rules produce: units, amounts, days of the calendar and the quantity with its place."""

from dataclasses import dataclass
from decimal import Decimal

from i18n_news.errors import InvariantError
from i18n_news.text.numerals import EXACT, format_decimal

KINDS = ("quantity", "date", "code")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a counter; one figure in it counts for `scale` of `code` (亿元 is CNY with 100,000,000)."""

    code: str
    category: str
    one: str = ""
    many: str = ""
    sign: str = ""
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or range with its unit; `relation` is the sign of the value grammar, `lead` its English."""

    low: Decimal
    unit: Unit
    high: Decimal | None = None
    relation: str = ""
    lead: str = ""
    per: tuple[str, ...] = ()
    is_several: bool = False
    is_joint: bool = False

    @property
    def value(self) -> str:
        """The canonical string, such as `>30000000 CNY`, `120000..150000 CNY` or `several 1000000000 CNY`."""
        figure = format_decimal(self.low)
        if self.relation == "teens":
            figure = (
                f"{format_decimal(EXACT.multiply(self.low, Decimal('1.1')))}..{format_decimal(self.high or self.low)}"
            )
        elif self.high is not None:
            figure = f"{figure}..{format_decimal(self.high)}"
        if self.is_several:
            figure = f"several {figure}"
        sign = "" if self.relation == "teens" else self.relation
        gap = " " if sign.isalpha() else ""
        if self.unit.category == "multiple":
            return f"{sign}{gap}x{figure}"
        code = "/".join((self.unit.code, *self.per)) if self.unit.code or self.per else ""
        return f"{sign}{gap}{figure} {code}".rstrip()


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; year 0 says that the source names no year."""

    month: int
    day: int
    year: int = 0


Piece = str | Amount | Day


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or date at half-open code points of its text; `phrase` is its English before the house style."""

    start: int
    end: int
    kind: str
    category: str
    value: str
    phrase: tuple[Piece, ...]

    def __post_init__(self) -> None:
        if self.kind not in KINDS or not 0 <= self.start < self.end or not self.phrase:
            raise InvariantError(
                f"a quantity cannot be {self.kind} {self.start}..{self.end} with {len(self.phrase)} pieces"
            )
