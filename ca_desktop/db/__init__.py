"""The encrypted store: the only floor that knows SQLAlchemy, SQLCipher and Alembic."""
