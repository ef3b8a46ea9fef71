"""What engines answered before, by a key that says all of the question; safe to delete and never in the way."""

import logging
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from i18n_news.errors import NewsError
from i18n_news.memory.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Of all answers together; beyond it those go that were not used for longest.
MOST_BYTES = 256_000_000
# Then so much goes that it is not soon to be done again.
LEFT_AFTER = 0.9
# Seconds for which an answer counts as just used: a build that only reads writes nothing.
USED_LATELY = 24 * 3600
# Fewer than the variables that any database takes in one statement.
MOST_KEYS = 500


class EngineAnswers:
    """The answers in a database. It never raises: where the database fails, nothing is known and nothing is kept.

    The first failure is logged as one warning, and then left alone what failed: the writing, or all of it.
    """

    def __init__(
        self, database: Database, *, most_bytes: int = MOST_BYTES, clock: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._most_bytes = most_bytes
        self._now = int(clock())
        self._can_read = self._can_write = True
        # Of all answers together; not asked yet.
        self._bytes = -1

    def get_many(self, keys: Collection[str]) -> Mapping[str, bytes]:
        """Those of the answers that are there."""
        found: dict[str, bytes] = {}
        old: list[str] = []
        if not self._can_read or not keys:
            return found
        try:
            with self._database.begin() as connection:
                for key, answer, used in self._rows(connection, list(keys)):
                    found[key] = answer
                    if used < self._now - USED_LATELY:
                        old.append(key)
        except NewsError as error:
            # Whoever was told that nothing can be kept need not hear of it again.
            if self._can_write:
                self._warn(error, "every sentence is translated again, and nothing is kept")
            self._can_read = self._can_write = False
            return {}
        if old:
            self._write(lambda connection: self._mark_used(connection, old))
        return found

    def put_many(self, answers: Mapping[str, bytes]) -> None:
        """Keep the answers, in the place of others with the same key."""
        if answers:
            self._write(lambda connection: self._put(connection, answers))

    def _rows(self, connection: "Connection", keys: Sequence[str]) -> Iterator[Any]:
        table = self._database.tables.engine_answers
        columns = (table.c.key, table.c.answer, table.c.used)
        for some in _cut(keys):
            yield from connection.execute(table.select().with_only_columns(*columns).where(table.c.key.in_(some)))

    def _write(self, work: "Callable[[Connection], None]") -> None:
        if not self._can_write:
            return
        try:
            try:
                self._in_transaction(work)
            except NewsError as error:
                # Another build put the same answers in at the same moment; now they stand there to be replaced.
                if type(error.__cause__).__name__ != "IntegrityError":
                    raise
                self._in_transaction(work)
        except NewsError as error:
            self._can_write = False
            self._warn(error, "what is translated now is not kept for the next build")

    def _in_transaction(self, work: "Callable[[Connection], None]") -> None:
        with self._database.begin() as connection:
            work(connection)

    def _put(self, connection: "Connection", answers: Mapping[str, bytes]) -> None:
        table = self._database.tables.engine_answers
        self._delete(connection, list(answers))
        rows = [
            {"key": key, "answer": answer, "size": len(answer), "used": self._now} for key, answer in answers.items()
        ]
        connection.execute(table.insert(), rows)
        if self._bytes < 0:
            self._bytes = self._database.sum_of(connection, table.c.size)
        else:
            self._bytes += sum(map(len, answers.values()))
        if self._bytes > self._most_bytes:
            self._forget_oldest(connection)

    def _forget_oldest(self, connection: "Connection") -> None:
        table = self._database.tables.engine_answers
        self._bytes = self._database.sum_of(connection, table.c.size)
        by_use = table.select().with_only_columns(table.c.key, table.c.size).order_by(table.c.used, table.c.key)
        going: list[str] = []
        for key, size in connection.execute(by_use):
            if self._bytes <= LEFT_AFTER * self._most_bytes:
                break
            going.append(key)
            self._bytes -= size
        self._delete(connection, going)

    def _mark_used(self, connection: "Connection", keys: Sequence[str]) -> None:
        table = self._database.tables.engine_answers
        for some in _cut(keys):
            connection.execute(table.update().where(table.c.key.in_(some)).values(used=self._now))

    def _delete(self, connection: "Connection", keys: Sequence[str]) -> None:
        table = self._database.tables.engine_answers
        for some in _cut(keys):
            connection.execute(table.delete().where(table.c.key.in_(some)))

    def _warn(self, error: NewsError, consequence: str) -> None:
        # Without a handler Python prints a warning as one line on standard error.
        logging.getLogger(__name__).warning("warning: %s; %s", error, consequence)


def _cut(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), MOST_KEYS):
        yield keys[start : start + MOST_KEYS]
