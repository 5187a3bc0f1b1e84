"""Who may enter service mode, and how often a wrong PIN was said, also for ids nobody has."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "technician",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("badge", sa.LargeBinary()),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(), nullable=False),
        sa.Column("last_login", sa.DateTime()),
        sa.Column("disabled_at", sa.DateTime()),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("boot", sa.String()),
        sa.Column("elapsed_ms", sa.Integer()),
        sa.UniqueConstraint("badge", name="uq_technician_badge"),
    )
    op.create_table(
        "stranger_login",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("shown", sa.LargeBinary(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("boot", sa.String()),
        sa.Column("elapsed_ms", sa.Integer()),
        sa.UniqueConstraint("shown", name="uq_stranger_login_shown"),
        sqlite_autoincrement=True,
    )
