"""What stands around a release in each language: the office's own words, the embargo, who published it and when."""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n_news.config import TAIWAN, Config, HouseText
from i18n_news.errors import ConfigError
from i18n_news.model import Document, FrozenMap, Locale

DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?")
MONTHS = "January February March April May June July August September October November December"
LOGO_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
# An embargo must never be passed over because the office wrote no line for it.
EMBARGO = {
    Locale.EN: "Embargoed until {time}",
    Locale.ZH_HANS: "{time}前不得发布",
    Locale.ZH_HANT_TW: "{time}前不得發布",
    Locale.ZH_HANT_HK: "{time}前不得發布",
}
ABOUT = {Locale.EN: "About {organization}", Locale.ZH_HANS: "关于{organization}"}
CONTACT = {Locale.EN: "Media contact", Locale.ZH_HANS: "媒体联系"}
TRADITIONAL_ABOUT, TRADITIONAL_CONTACT = "關於{organization}", "媒體聯絡"


@dataclass(frozen=True, slots=True)
class House:
    """The office as the config describes it, with the bytes of its logo.

    `taiwan_ruby` is what stands over names of the Taiwan edition, one of config.TAIWAN["ruby"].
    """

    texts: Mapping[Locale, HouseText] = field(default_factory=FrozenMap)
    logo: bytes = b""
    taiwan_ruby: str = TAIWAN["ruby"][0]

    @property
    def logo_type(self) -> str:
        """The media type of the logo, empty without one."""
        return next((kind for start, kind in LOGO_TYPES.items() if self.logo.startswith(start)), "")


@dataclass(frozen=True, slots=True)
class Frame:
    """The office's words around one edition, ready to be set: lines as lines, paragraphs as paragraphs."""

    locale: Locale
    organization: str = ""
    letterhead: tuple[str, ...] = ()
    embargo: str = ""
    about_title: str = ""
    about: tuple[str, ...] = ()
    contact_title: str = ""
    contact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who published the release and when, in the words of one locale; empty where these are not known."""

    locale: Locale
    source: str
    date: str
    iso_date: str

    @property
    def text(self) -> str:
        return " · ".join(filter(None, (self.source, self.date)))


def open_house(config: Config) -> House:
    """The office of the config; ConfigError when its logo cannot be read or is neither PNG nor JPEG."""
    if not config.house.logo:
        return House(config.house.texts, taiwan_ruby=config.taiwan.ruby)
    path = config.path(config.house.logo)
    try:
        house = House(config.house.texts, path.read_bytes(), config.taiwan.ruby)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); correct house.logo or leave it out") from error
    if not house.logo_type:
        raise ConfigError(f"{path}: is not a PNG or JPEG picture; save the logo as one of these")
    return house


def frame(document: Document, locale: Locale, house: House) -> Frame:
    text = house.texts.get(locale, HouseText())
    about = tuple(map(_one_line, re.split(r"\n\s*\n", text.about.strip()))) if text.about.strip() else ()
    contact = _lines(text.contact)
    organization = _one_line(text.organization)
    about_title = _one_line(text.about_title) or _about_title(locale, organization)
    return Frame(
        locale,
        organization,
        _lines(text.letterhead),
        embargo(document, locale, text.embargo),
        about_title if about else "",
        about,
        (_one_line(text.contact_title) or CONTACT.get(locale, TRADITIONAL_CONTACT)) if contact else "",
        contact,
    )


def embargo(document: Document, locale: Locale, wording: str = "") -> str:
    """The embargo line, empty for a release without one; a time that cannot be read stands as it was given."""
    given = document.meta.get("embargo", "").strip()
    if not given and not meta_text(document, "embargo", locale):
        return ""
    time = _moment(given, locale) or meta_text(document, "embargo", locale) or given
    return (_one_line(wording) or EMBARGO[locale]).replace("{time}", time)


def imprint(document: Document, locale: Locale) -> Imprint:
    date = day(document.meta.get("date", ""))
    words = date_words(date, locale) if date else meta_text(document, "date", locale)
    return Imprint(locale, meta_text(document, "source", locale), words, date.isoformat() if date else "")


def meta_text(document: Document, key: str, locale: Locale) -> str:
    """What the release says of itself in a locale: `source.en` where given, else `source` where it can stand there.

    A source in Chinese characters stands in the document's own locale only: nobody decided another form of it.
    """
    own = document.meta.get(f"{key}.{locale}", "").strip()
    plain = document.meta.get(key, "").strip()
    if own or locale == document.locale:
        return own or plain
    return "" if any(unicodedata.category(character) == "Lo" for character in plain) else plain


def day(text: str) -> datetime.date | None:
    """The day that a date in figures names; none for words and for what no calendar has."""
    match = DATE.fullmatch(text.strip())
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def date_words(date: datetime.date, locale: Locale) -> str:
    if locale.is_chinese:
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{MONTHS.split()[date.month - 1]} {date.day}, {date.year}"


def _moment(text: str, locale: Locale) -> str:
    """A day, with or without a time by the 24-hour clock, in the words of the locale; empty for anything else."""
    date_text, _, clock_text = text.replace("T", " ").partition(" ")
    date, clock = day(date_text), CLOCK.fullmatch(clock_text.strip())
    if date is None or (clock_text.strip() and (clock is None or int(clock[1]) > 23 or int(clock[2]) > 59)):
        return ""
    if clock is None:
        return date_words(date, locale)
    hour, minute = int(clock[1]), clock[2]
    if locale.is_chinese:
        return f"{date_words(date, locale)}{hour}:{minute}"
    half = "a.m." if hour < 12 else "p.m."
    return f"{hour % 12 or 12}:{minute} {half} on {date_words(date, locale)}"


def _about_title(locale: Locale, organization: str) -> str:
    return ABOUT.get(locale, TRADITIONAL_ABOUT).replace("{organization}", organization) if organization else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(_one_line, text.splitlines()) if line)


def _one_line(text: str) -> str:
    return " ".join(text.split())
