"""Runs the migrations on the connection the store already has."""

from alembic import context

from kiosk.adapters.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # The engine begins every transaction itself, so SQLite rolls back DDL, too.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
