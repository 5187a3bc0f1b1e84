"""How long ago a try was, by the clock that counts from boot: no jump of the time shortens it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("key_mark", "code_try"):
        op.add_column(table, sa.Column("boot", sa.String()))
        op.add_column(table, sa.Column("elapsed_ms", sa.Integer()))
    op.drop_index("ix_code_try_at", "code_try")
    op.create_index("ix_code_try_boot_elapsed_ms", "code_try", ["boot", "elapsed_ms"])
