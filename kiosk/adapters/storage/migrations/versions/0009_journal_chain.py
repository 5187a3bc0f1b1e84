"""Each line of the journal vouches for those before it; ids in old ones may go, nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SAID = ("seq", "at", "name", "state", "compartment", "contents", "move_to")
PRIVATE = ("reservation", "facts", "events", "salt")
CHAINED = (
    "clock",
    "boot",
    "elapsed_ms",
    "actor",
    "commitment",
    "chain",
    "epoch",
    "prev",
    "hash",
    "mac",
)


def upgrade() -> None:
    # Empty until the kiosk, which has the key, has chained what was there before.
    for name, kind in (
        ("clock", sa.String()),
        ("boot", sa.String()),
        ("elapsed_ms", sa.Integer()),
        ("actor", sa.String()),
        ("salt", sa.LargeBinary()),
        ("commitment", sa.LargeBinary()),
        ("chain", sa.String()),
        ("epoch", sa.Integer()),
        ("prev", sa.LargeBinary()),
        ("hash", sa.LargeBinary()),
        ("mac", sa.LargeBinary()),
    ):
        op.add_column("journal", sa.Column(name, kind))
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("chain", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("seed", sa.LargeBinary()),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("erased_to", sa.Integer(), nullable=False),
    )
    op.execute("DROP TRIGGER journal_refuses_update")
    same = [f"NEW.{name} IS OLD.{name}" for name in SAID]
    private = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in PRIVATE if name != "salt")
    chained = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in CHAINED)
    gone = "NEW.reservation IS NULL AND NEW.salt IS NULL AND NEW.facts = '{}' AND NEW.events = '[]'"
    may = f"{' AND '.join(same)} AND ((OLD.hash IS NULL AND {private}) OR ({chained} AND {gone}))"
    op.execute(
        f"CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal WHEN NOT ({may}) "
        "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    )
