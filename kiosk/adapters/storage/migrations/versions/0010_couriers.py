"""Couriers: who is denied, what was called back, codes, PINs and badges."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "courier_denied",
        sa.Column("courier", sa.String(), primary_key=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "courier_not_before",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("until", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "courier_code",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("pushed", sa.Boolean(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("courier", sa.String(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("algorithm", sa.String(), nullable=False),
        sa.Column("login", sa.LargeBinary()),
        sa.Column("carrier", sa.String()),
        sa.Column("permissions", sa.JSON(), nullable=False),
        sa.Column("expires_at", sa.DateTime()),
    )
    op.create_index("ix_courier_code_mac", "courier_code", ["mac"])
    op.create_table(
        "courier_enrolled",
        sa.Column("issuer", sa.String(), primary_key=True),
        sa.Column("courier", sa.String(), primary_key=True),
        sa.Column("pin", sa.String()),
        sa.Column("badge", sa.LargeBinary()),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("carrier", sa.String()),
        sa.UniqueConstraint("badge", name="uq_courier_enrolled_badge"),
    )
