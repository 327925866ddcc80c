"""Runs the migrations on the connection that the program hands over, inside its transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
