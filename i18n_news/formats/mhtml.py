"""The reader of web pages that a browser saved as one file (MHTML, RFC 2557): the first HTML part is the page."""

from email import policy
from email.errors import MessageError
from email.parser import BytesParser

from i18n_news.errors import InputError
from i18n_news.formats import html
from i18n_news.formats.guard import MAX_PART
from i18n_news.formats.source import Source


def read(data: bytes, name: str) -> Source:
    """The article of the saved page; its pictures and styles are not looked at."""
    # The page is the first part; its pictures follow and would be decoded for nothing.
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data[:MAX_PART])
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        content = page.get_payload(decode=True) if page is not None else None
    except (MessageError, ValueError, LookupError, RecursionError):
        content = None
    if not isinstance(content, bytes) or page is None:
        raise InputError(f"{name}: there is no page in this saved file; save it again as HTML")
    charset = page.get_content_charset() or ""
    return html.read(content, name, charset)
