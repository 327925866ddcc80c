"""The version of a store's schema, read with plain SQL so that Alembic need not be imported."""

import sqlalchemy as sa

from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

HEAD = "0005"


def stamp(connection: sa.Connection) -> None:
    """Write into a fresh file that it has the newest schema, the way Alembic does."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
    )
    connection.execute(sa.text("INSERT INTO alembic_version VALUES (:v)"), {"v": HEAD})


def read_version(connection: sa.Connection) -> str:
    """The version in the file. Raises StorageError when the file has none: it isn't ours."""
    known = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar()
    version = (
        connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if known
        else None
    )
    if version is None:
        raise StorageError(
            _("This data file has no version, so it was not finished or is not of this program.")
        )
    return str(version)


def check_version(connection: sa.Connection) -> None:
    """Raise StorageError unless the file has exactly the schema of this program."""
    version = read_version(connection)
    refuse_newer(version)
    if version != HEAD:
        raise StorageError(
            _("This centre was made by an older version. It is updated when you sign in.")
        )


def refuse_newer(version: str) -> None:
    """Raise StorageError when a file is of a newer program; it stays as it is."""
    if version > HEAD:
        raise StorageError(
            _(
                "This centre was made by a newer version of the program. Your data has not been "
                "changed. Install the newer version.",
            )
        )
