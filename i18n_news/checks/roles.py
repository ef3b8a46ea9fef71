"""The roles that a Chinese text gives to a person right before the name: body, rank and office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n_news.model import Document, Segment, Span, SpanKind

_OFFICES = """
总工程师 工程师 总经济师 总会计师 总编辑 主编 秘书长 董事长 理事长 检察长 审判长 总经理 经理 总裁 总干事 总监
书记 主任 主席 委员长 部长 局长 厅长 司长 署长 处长 科长 股长 市长 区长 县长 镇长 乡长 省长 州长
院长 校长 园长 所长 站长 馆长 社长 会长 厂长 行长 台长 队长 组长 班长 庭长 教授 研究员
"""
_RANKS = "常务副|第一副|副|代理|代|执行|名誉|助理"
_ROLE = re.compile(rf"(?P<body>.*?)(?P<rank>{_RANKS})?(?P<office>{'|'.join(_OFFICES.split())})")
_CHAIN_BEGIN = re.compile(r"[，,。；;：:！？“”（）()《》\s]")
# What the person was, or is only about to be.
_OTHER_TIME = re.compile("(?<!高|草|中)原(?!料|则)|时任|曾任|前任|历任|拟任|新任|候任|任命|当选|兼任|^前")


@dataclass(frozen=True, slots=True)
class Role:
    """党工委副书记 is the office 书记 with the rank 副 in the body 党工委; rank and body may be empty."""

    body: str
    rank: str
    office: str

    @property
    def text(self) -> str:
        return f"{self.body}{self.rank}{self.office}"

    def is_of_body(self, other: "Role") -> bool:
        """Whether the bodies may be one: a text names 开发区党工委 first and 党工委 later."""
        return self.body.endswith(other.body) or other.body.endswith(self.body)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person at a place of the text with the roles that stand right before the name, in their order."""

    name: str
    segment: Segment
    span: Span
    roles: tuple[Role, ...]


def mentions(document: Document) -> Iterator[Mention]:
    """The mentions of persons with a role; 原副主任 and 时任书记 are none, a surname alone names nobody."""
    for segment in document.segments():
        begin = 0
        for span in segment.spans:
            if span.kind is not SpanKind.PERSON:
                continue
            chain = segment.source[begin : span.start]
            begin = span.end
            ends = [match.end() for match in _CHAIN_BEGIN.finditer(chain)]
            chain = chain[ends[-1] :] if ends else chain
            roles = tuple(_roles(chain))
            if roles and span.end - span.start > 1:
                yield Mention(segment.text_of(span), segment, span, roles)


def _roles(chain: str) -> Iterator[Role]:
    if _OTHER_TIME.search(chain):
        return
    *earlier, last = chain.split("、")
    # 书记、副书记某某 in a list of people is two persons' business: the last role is surely the person's own.
    for part in (*earlier, last) if _ROLE.fullmatch(last) else ():
        if match := _ROLE.fullmatch(part):
            yield Role(match["body"], match["rank"] or "", match["office"])
