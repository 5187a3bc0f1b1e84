"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _reservations()
    _codes()
    _tries()
    _intents()
    _holdings()
    _outbox()
    _journal()


def _reservations() -> None:
    op.create_table(
        "reservation",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("compartment", sa.String()),
        sa.Column("size", sa.String()),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("read_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime()),
        sa.Column("moved_at", sa.DateTime()),
        sa.Column("told_at", sa.DateTime()),
        sa.Column("ended_at", sa.DateTime()),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String()),
        sa.Column("datum", sa.LargeBinary()),
    )
    op.create_index("ix_reservation_state", "reservation", ["state"])


def _codes() -> None:
    op.create_table(
        "key_mark",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "code",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("reservation", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("alphabet", sa.String(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["reservation"], ["reservation.id"], name="fk_code_reservation"),
        sa.UniqueConstraint(
            "reservation",
            "way",
            "purpose",
            "fingerprint",
            name="uq_code_reservation_way_purpose_fingerprint",
        ),
    )
    op.create_index("ix_code_fingerprint", "code", ["fingerprint"])


def _tries() -> None:
    op.create_table(
        "code_try",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("given_back", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_code_try_at", "code_try", ["at"])
    op.create_table(
        "reservation_try",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("code_try", sa.Integer(), nullable=False),
        sa.Column("reservation", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("given_back", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_reservation_try_code_try", "reservation_try", ["code_try"])
    op.create_index("ix_reservation_try_reservation_way", "reservation_try", ["reservation", "way"])


def _intents() -> None:
    op.create_table(
        "intent",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("authorisation", sa.String(), nullable=False),
        sa.Column("reservation", sa.String()),
        sa.Column("purpose", sa.String()),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("pulse", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.UniqueConstraint("id", name="uq_intent_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intent_authorisation", "intent", ["authorisation"])
    op.create_index("ix_intent_door_state", "intent", ["door", "state"])
    op.create_index("ix_intent_state", "intent", ["state"])


def _holdings() -> None:
    op.create_table(
        "holding",
        sa.Column("label", sa.String(), primary_key=True),
        sa.Column("contents", sa.String(), nullable=False),
        sa.Column("flag", sa.String()),
        sa.Column("reason", sa.String(), nullable=False),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reservation", sa.String()),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("uncertain", sa.Boolean(), nullable=False),
        sa.Column("postponed_at", sa.DateTime()),
        sa.Column("due_at", sa.DateTime()),
        sa.Column("error", sa.String()),
        sa.Column("parked_at", sa.DateTime()),
        sa.UniqueConstraint("id", name="uq_outbox_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_reservation_seq", "outbox", ["reservation", "seq"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reservation", sa.String()),
        sa.Column("state", sa.String()),
        sa.Column("compartment", sa.String()),
        sa.Column("contents", sa.String()),
        sa.Column("move_to", sa.String()),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sqlite_autoincrement=True,
    )
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER journal_refuses_{deed.lower()} BEFORE {deed} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
        )
