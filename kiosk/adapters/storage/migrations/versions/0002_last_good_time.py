"""The last moment the kiosk had reason to believe."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("key_mark", sa.Column("good_at", sa.DateTime()))
