"""layout.toml as the bank it describes: every door on a lock of its own that its board knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.config.layout_sections import (
    ColumnSection,
    CompartmentSection,
    DoorSection,
    LayoutSections,
)
from kiosk.config.stacking import floors
from kiosk.config.toml_file import Steps, TomlFile, choice, read
from kiosk.domain.layout import (
    FRONT,
    Column,
    Compartment,
    Door,
    Layout,
    Millimetres,
    Owner,
    Polarity,
    make_door,
)
from kiosk.ports import Numbering


def load_layout(
    path: Path, wires: Mapping[str, Numbering], owner: Owner, *, front: bool = False
) -> Layout:
    """Read the bank; ``owner`` gives away what names no owner. Raises ConfigWrong.

    ``front``: the vendor's machine owns the locks, and no door hangs on a wire.
    """
    file = read(path)
    sections = file.parse(LayoutSections)
    bank = _Bank(file, sections, wires, owner, front)
    _refuse_repeats(file, ("sizes",), sections.sizes)
    screens = [number for number, one in enumerate(sections.column) if one.screen]
    for number in screens[1:]:
        allowed = f"left out, for a bank has one screen and column {screens[0] + 1} holds it"
        raise file.wrong(("column", number, "screen"), allowed)
    columns = tuple(bank.column(number, one) for number, one in enumerate(sections.column))
    return Layout(sections.height_mm, sections.sizes, columns)


def _refuse_repeats(file: TomlFile, steps: Steps, names: Sequence[str]) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise file.wrong((*steps, index), "different from those before it")


@dataclass
class _Bank:
    """The bank while it is read; remembers what is taken already."""

    file: TomlFile
    sections: LayoutSections
    wires: Mapping[str, Numbering]
    owner: Owner
    front: bool = False
    taken: dict[tuple[object, ...], str] = field(default_factory=dict)

    def column(self, number: int, section: ColumnSection) -> Column:
        steps = ("column", number)
        screen = section.screen
        if screen is None and not section.compartment:
            raise self.file.says(steps, "holds nothing; it must have a compartment or the screen")
        if screen is not None and screen.top_mm + screen.height_mm > self.sections.height_mm:
            room = self.sections.height_mm - screen.top_mm
            raise self.file.wrong((*steps, "screen", "height_mm"), f"at most {room}")
        levels = floors(self.file, steps, section, self.sections.height_mm)
        compartments = tuple(
            self._compartment(number, row, section, level) for row, level in enumerate(levels)
        )
        return Column(
            section.width_mm,
            compartments,
            screen.top_mm if screen else None,
            screen.height_mm if screen else None,
        )

    def _compartment(self, number: int, row: int, column: ColumnSection, level: int) -> Compartment:
        section, steps = column.compartment[row], ("column", number, "compartment", row)
        self._check(steps, section, column.width_mm)
        rear = section.rear
        return Compartment(
            label=section.label,
            cloud_id=section.cloud_id or section.label,
            size=section.size,
            inside=Millimetres(*section.mm),
            floor_mm=level,
            owner=Owner(section.owner) if section.owner else self.owner,
            thermal=section.thermal,
            front=self._door((*steps, "door"), section.label, section.door),
            rear=self._door((*steps, "rear"), section.label, rear, rear=True) if rear else None,
            column=number,
            row=row,
            rows=len(column.compartment),
            charger=section.charger,
            max_kg=section.max_kg,
            carriers=section.carriers,
        )

    def _check(self, steps: Steps, section: CompartmentSection, width: int) -> None:
        if section.size not in self.sections.sizes:
            raise self.file.wrong((*steps, "size"), choice(section.size, self.sections.sizes))
        if section.mm[0] > width:
            raise self.file.wrong((*steps, "mm"), f"no wider than its column of {width} mm")
        if section.owner == "cloud" and self.owner is Owner.LOCAL:
            raise self.file.wrong((*steps, "owner"), '"local", for this kiosk stands alone')
        if self.front:
            self._check_front(steps, section)
        self._take((*steps, "label"), "label", section.label)
        named = "label" if section.cloud_id is None else "cloud_id"
        self._take((*steps, named), "cloud_id", section.cloud_id or section.label)

    def _check_front(self, steps: Steps, section: CompartmentSection) -> None:
        """What the vendor's machine moves, nobody but its cloud gives away, and by one door."""
        if section.owner == "local":
            allowed = '"cloud", for its machine moves the locks ([doors] driver)'
            raise self.file.wrong((*steps, "owner"), allowed)
        if section.rear is not None:
            allowed = "left out, for a cloud that moves the locks knows one door of each"
            raise self.file.wrong((*steps, "rear"), allowed)

    def _take(self, steps: Steps, what: str, name: str) -> None:
        if (what, name) in self.taken:
            raise self.file.wrong(steps, "a name no other compartment has")
        self.taken[what, name] = name

    def _door(self, steps: Steps, label: str, own: DoorSection, *, rear: bool = False) -> Door:
        if self.front:
            # It hangs on no wire of ours; it only needs a number among the others.
            number = sum(what == "label" for what, _ in self.taken)
            return make_door(label, FRONT, 0, number)
        section = own.over(self.sections.door)
        wire = self._wire(self._written(steps, own, "wire"), section.wire)
        numbers = self.wires[wire]
        board = self._within(self._written(steps, own, "board"), section.board, numbers.boards)
        at = self._written(steps, own, "channel")
        channel = self._within(at, section.channel, numbers.channels)
        lock = (wire, board, channel)
        if lock in self.taken:
            what = f'channel {channel} of board {board} on wire "{wire}"'
            raise self.file.says(
                steps,
                f'hangs on {what}, and so does compartment "{self.taken[lock]}"; '
                "each door must have a lock of its own",
            )
        self.taken[lock] = label
        return make_door(
            label,
            wire,
            board,
            channel,
            polarity=Polarity(section.polarity or Polarity.SHUT_CLOSES),
            senses_occupancy=section.occupancy or False,
            supply=section.supply or "main",
            rear=rear,
        )

    def _written(self, steps: Steps, own: DoorSection, key: str) -> Steps:
        """Where this key of a door stands: at the door itself, or in the table for all doors."""
        inherited = getattr(own, key) is None and getattr(self.sections.door, key) is not None
        return ("door", key) if inherited else (*steps, key)

    def _wire(self, steps: Steps, name: str | None) -> str:
        if name is None and len(self.wires) == 1:
            return next(iter(self.wires))
        if name is None or name not in self.wires:
            raise self.file.wrong(steps, choice(name, self.wires))
        return name

    def _within(self, steps: Steps, number: int | None, allowed: range) -> int:
        if number is None and len(allowed) == 1:
            return allowed[0]
        if number is None or number not in allowed:
            raise self.file.wrong(steps, f"a whole number from {allowed[0]} to {allowed[-1]}")
        return number
