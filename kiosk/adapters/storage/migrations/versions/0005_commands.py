"""Commands from afar: each id once, how far who was heard, what holds until it is taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "command",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("ask", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("label", sa.String()),
        sa.Column("reservation", sa.String()),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.UniqueConstraint("id", name="uq_command_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_command_outcome_seq", "command", ["outcome", "seq"])
    op.create_table(
        "command_mark",
        sa.Column("source", sa.String(), primary_key=True),
        sa.Column("mark", sa.String(), nullable=False),
    )
    op.create_table(
        "standing_order",
        sa.Column("what", sa.String(), primary_key=True),
        sa.Column("since", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "fitting",
        sa.Column("label", sa.String(), primary_key=True),
        sa.Column("size", sa.String()),
        sa.Column("thermal", sa.String()),
    )
    op.create_index("ix_intent_actor_at", "intent", ["actor", "at"])
