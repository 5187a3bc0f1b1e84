"""Labels that are printed here, and the rolls they come from."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "label_job",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("reservation", sa.String()),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("printed_at", sa.DateTime()),
        sa.UniqueConstraint("id", name="uq_label_job_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_label_job_reservation", "label_job", ["reservation"])
    op.create_index("ix_label_job_state_seq", "label_job", ["state", "seq"])
    op.create_table(
        "label_roll",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.Column("labels", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
