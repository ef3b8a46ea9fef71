"""The database of a workspace: the only door to SQLAlchemy, with the tables that are made where they are missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from i18n_news.errors import NewsError

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Engine, MetaData, Table

# Raised with every change of a table; each earlier one then needs its step here.
SCHEMA = 1
# How long SQLite waits for another program that writes; a transaction of ours takes milliseconds.
BUSY_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Tables:
    """`schema_version` has one row; `engine_answers` may be emptied at any time, see `memory.cache`."""

    all: "MetaData"
    schema_version: "Table"
    engine_answers: "Table"


class Database:
    """A SQLite file, or whatever a SQLAlchemy URL names; connected for each transaction alone.

    So the file may be deleted, copied or written by another build at any time between two of them. Nothing is opened
    or made before the first.
    """

    def __init__(self, place: str, folder: Path) -> None:
        """`place` is a file, relative to `folder`, or a URL such as postgresql+psycopg://office/news."""
        self._file = None if "://" in place else folder / place
        self._place = place
        self._is_prepared = False

    @property
    def name(self) -> str:
        """The place for messages, without a password."""
        return str(self._file or self._place.partition("://")[0] + "://" + self._place.rpartition("@")[2])

    @cached_property
    def tables(self) -> Tables:
        from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table

        everything = MetaData()
        version = Table("schema_version", everything, Column("version", Integer, primary_key=True, autoincrement=False))
        answers = Table(
            "engine_answers",
            everything,
            Column("key", String(32), primary_key=True),
            Column("answer", LargeBinary, nullable=False),
            Column("size", Integer, nullable=False),
            Column("used", BigInteger, nullable=False),
            # It holds all that is asked to find the oldest and the sum.
            Index("engine_answers_by_use", "used", "size"),
        )
        return Tables(everything, version, answers)

    @contextmanager
    def begin(self) -> "Iterator[Connection]":
        """A transaction, kept at the end and undone by an exception; NewsError says in one line what is wrong."""
        from sqlalchemy.exc import DBAPIError, SQLAlchemyError

        try:
            if not self._is_prepared or (self._file and not self._file.exists()):
                self._prepare()
            with self._engine.begin() as connection:
                yield connection
        except (SQLAlchemyError, ImportError) as error:
            # The driver's own words: SQLAlchemy adds the statement and a link.
            said = error.orig if isinstance(error, DBAPIError) else error
            raise NewsError(f"{self.name}: {' '.join(str(said).split())}") from error

    def sum_of(self, connection: "Connection", column: "Column[int]") -> int:
        from sqlalchemy import func, select

        return int(connection.execute(select(func.sum(column))).scalar() or 0)

    @cached_property
    def _engine(self) -> "Engine":
        from sqlalchemy import URL, create_engine
        from sqlalchemy.pool import NullPool

        if self._file is None:
            return create_engine(self._place)
        # A file that stays open can be neither deleted nor replaced on Windows. No write-ahead log: it needs shared
        # memory, which a folder on an office's server does not give.
        url = URL.create("sqlite", database=str(self._file))
        return create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})

    def _prepare(self) -> None:
        from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

        try:
            found = self._made()
        except (IntegrityError, OperationalError, ProgrammingError):
            # Another build may have made the same table in this very moment.
            found = self._made()
        if found != SCHEMA:
            advice = "update i18n-news" if found > SCHEMA else "move the file away"
            raise NewsError(f"{self.name}: its tables are of version {found}, this program's of {SCHEMA}; {advice}")
        self._is_prepared = True

    def _made(self) -> int:
        """The version of the tables, which are made where there are none."""
        version = self.tables.schema_version
        with self._engine.begin() as connection:
            self.tables.all.create_all(connection)
            row: Any = connection.execute(version.select()).first()
            if row is None:
                connection.execute(version.insert(), {"version": SCHEMA})
            return int(row[0]) if row else SCHEMA
