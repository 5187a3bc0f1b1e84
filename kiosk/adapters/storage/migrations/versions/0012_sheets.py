"""Labels of several sheets: how many there are, and how many of them came out."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "label_job", sa.Column("sheets", sa.Integer(), nullable=False, server_default="1")
    )
    op.add_column(
        "label_job", sa.Column("sheets_out", sa.Integer(), nullable=False, server_default="0")
    )
