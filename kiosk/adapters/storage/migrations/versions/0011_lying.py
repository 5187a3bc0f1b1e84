"""Whose parcels lie in which compartment."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OPENED = "('opened', 'closed', 'left_open', 'unlocking')"


def upgrade() -> None:
    op.create_table(
        "lying",
        sa.Column("compartment", sa.String(), primary_key=True),
        sa.Column("reservation", sa.String(), primary_key=True),
    )
    # One that ended counts only if nobody else's right has opened the compartment since.
    op.execute(
        "INSERT INTO lying (compartment, reservation) "
        "SELECT r.compartment, r.id FROM reservation r "
        "JOIN holding h ON h.label = r.compartment AND h.contents <> 'empty' "
        "WHERE r.state IN ('depositing', 'stored', 'opened', 'collecting', 'expired', 'abandoned') "
        "OR (r.state = 'cancelled' AND r.id = (SELECT i.reservation FROM intent i "
        f"WHERE i.door = r.compartment AND i.state IN {OPENED} ORDER BY i.seq DESC LIMIT 1))"
    )
