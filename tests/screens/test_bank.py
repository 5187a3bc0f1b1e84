from dataclasses import replace

import pytest

from kiosk.demo.bank import HEIGHT, SCREEN, TALL, WIDTH, layout
from kiosk.domain.layout import Layout, UnknownDoor
from kiosk.viewmodels.bank import BankModel, Place, faces, place, screen

BANK = layout()


def test_doors_fill_their_columns_without_gap_or_overlap():
    columns: dict[int, list[tuple[int, int]]] = {}
    for face in faces(BANK):
        columns.setdefault(face.across, []).append((face.below, face.below + face.tall))
    for across, spans in columns.items():
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        gap = SCREEN[1] if across == 3 * WIDTH else 0
        assert sum(end - top for top, end in spans) == HEIGHT - gap


def test_a_face_is_as_tall_as_its_compartment():
    tall = {face.label: (face.size, face.tall) for face in faces(BANK)}
    assert all(height == TALL[size] for size, height in tall.values())


def test_the_screen_is_where_its_column_has_the_gap():
    rect = screen(BANK)
    assert (rect.x(), rect.y(), rect.height()) == (3 * WIDTH, *SCREEN)


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("12", Place(-1, 2, 3, True)),
        ("1", Place(-1, 3, 1, True)),
        ("9", Place(-1, 3, 1, False)),
        ("44", Place(1, 2, 2, False)),
        ("29", Place(1, 1, 1, True)),
        ("26", Place(0, 0, 1, True, above=True)),
        ("28", Place(0, 0, 1, False, above=False)),
    ],
)
def test_places_count_from_the_screen_and_from_the_nearer_end(label: str, wanted: Place):
    assert place(BANK, BANK.compartment(label)) == wanted


def test_a_bank_without_a_screen_counts_from_the_left():
    columns = tuple(replace(c, screen_top_mm=None, screen_height_mm=None) for c in BANK.columns)
    bare = Layout(BANK.height_mm, BANK.sizes, columns)
    assert screen(bare).isEmpty()
    assert place(bare, bare.compartment("12")) == Place(2, 2, 3, True)


def test_a_door_that_is_not_there_has_no_place():
    with pytest.raises(UnknownDoor):
        BankModel(BANK).place("99")


def test_the_model_has_a_row_for_every_compartment():
    model = BankModel(BANK)
    assert model.rowCount() == len(list(BANK.compartments()))
    roles = {name.decode(): number for number, name in model.roleNames().items()}
    assert model.data(model.index(11, 0), roles["label"]) == "12"
    assert model.data(model.index(11, 0), 0) is None
