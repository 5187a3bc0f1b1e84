"""What a label cannot say is told before anything is printed, and by the name of its place."""

from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QTextLayout

from kiosk.assets import data
from kiosk.domain.errors import LabelWrong
from kiosk.labels.filling import LONGEST, fill
from kiosk.labels.rendering import draw, measure, unpacked
from kiosk.labels.template import LARGEST, SVG, load, parse
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.sample_labels import ROWS, TEMPLATES, WORDS, content

SHIPPING = TEMPLATES["shipping.label-100x150.svg"]
MANIFEST = TEMPLATES["manifest.roll-80.svg"]
HEAD = f'<svg xmlns="{SVG[1:-1]}" data-media="label-100x150" viewBox="0 0 100 150"'
PLAIN = f'{HEAD}><text x="5" y="20" font-size="4">{{{{ref}}}}</text></svg>'


@pytest.fixture(autouse=True, scope="module")
def fonts(qapp):
    load_fonts(data() / "assets" / "fonts")


def printed(template, said, language="en"):
    return [draw(one, 203) for one in fill(template, said, WORDS[language], language, measure)]


def complaint(template, said, language="en"):
    with pytest.raises(LabelWrong) as error:
        printed(template, said, language)
    return str(error.value)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_place_that_is_not_filled_is_named(name):
    template = TEMPLATES[name]
    said = content(template, "en")
    for place in template.places:
        without = {one: value for one, value in said.items() if one != place}
        assert complaint(template, without) == f"{template.name}: {place} is missing"


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_need_not_be_there_may_be_missing(name):
    template = TEMPLATES[name]
    said = content(template, "en")
    needed = {one: said[one] for one in template.places | template.rows}
    assert len(printed(template, needed)) == 1


@pytest.mark.parametrize("name", TEMPLATES)
def test_content_without_a_place_is_named(name):
    said = {**content(TEMPLATES[name], "en"), "pin": "1234"}
    assert complaint(TEMPLATES[name], said).endswith("there is no place for pin")


TURNING = ("A\u202eB", "A\u2066B", "A\x00B", "A\x1b@", "A\ue000", "\U0001f44d")
BREAKING = ("A\u200fB", "A\nB", "A\tB", "A\u2028B", "A\u00a0B")


@pytest.mark.parametrize("place", ["recipient", "code", "barcode"])
def test_signs_that_turn_or_command_are_refused_and_codes_take_no_breaks_either(place):
    coded = () if place == "recipient" else BREAKING
    for text in (*(TURNING if not coded else TURNING[:-1]), *coded):
        said = {**content(SHIPPING, "en"), place: text}
        wrong = f"{SHIPPING.name}: {place} holds signs that cannot be printed"
        assert complaint(SHIPPING, said) == wrong


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Unter den Linden 1\n10117 Berlin", ["Unter den Linden 1", "10117 Berlin"]),
        ("Hof 3\r\n\r\n Weg\t1\u202810117 Berlin", ["Hof 3", "Weg 1", "10117 Berlin"]),
        ("A\nB\nC\nD\nE", ["A, B, C, D, E"]),
        ("Frau\u00a0Dr.\u00a0Weiß \U0001f44d\U0001f3fd \u2764\ufe0f", ["Frau Dr. Weiß"]),
        ("\u200fمی\u200cرود\u200f", ["\u200fمی\u200cرود\u200f"]),
    ],
)
def test_an_address_keeps_its_lines_and_what_comes_along_with_a_copied_text_harms_nothing(
    text, lines
):
    [sheet] = fill(SHIPPING, {**content(SHIPPING, "en"), "address": text}, {}, "en", measure)
    said = [one.text for one in ElementTree.fromstring(sheet.svg).iter(f"{SVG}text")]
    first = said.index(lines[0])
    assert said[first : first + len(lines)] == lines
    assert draw(sheet, 203)


@pytest.mark.parametrize("place", ["recipient", "address", "sender"])
def test_letters_that_would_come_out_as_boxes_are_told_before(place):
    said = {**content(SHIPPING, "en"), place: "Anna \U0001335f"}
    wrong = f"{SHIPPING.name}: {place}: no typeface here has all of its letters"
    assert complaint(SHIPPING, said) == wrong


def test_latin_letters_beside_arabic_ones_are_in_the_kiosks_own_typeface():
    layout = QTextLayout("Bob محمد 4", QFont("Locker Arabic"))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    used = {run.rawFont().familyName() for run in layout.glyphRuns()}
    assert used == {"Atkinson Hyperlegible Next", "Locker Arabic"}


def test_marks_on_letters_are_printed_and_towers_of_them_are_not():
    """Marks that stand on each other run over whatever is above."""
    for text in ("Za\u0308rich", "V\u0129\u0303 Tuye\u0302\u0301n", "مُحَمَّد", "A" + "\u0301" * 4):
        assert printed(SHIPPING, {**content(SHIPPING, "en"), "locker": text})
    for text in ("A" + "\u0301" * 5, "B" + "\u0488\u0323" * 30):
        said = {**content(SHIPPING, "en"), "locker": text}
        assert complaint(SHIPPING, said).endswith("locker holds signs that cannot be printed")


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("place", ["recipient", "sender", "barcode", "ref", "locker"])
def test_what_is_too_long_is_named(place, language):
    for long in ("W" * 90, "W" * LONGEST, "م" * LONGEST, "W " * 150, "W" * (LONGEST + 1)):
        said = {**content(SHIPPING, language), place: long}
        assert complaint(SHIPPING, said, language).startswith(f"{SHIPPING.name}: {place}")


def test_a_code_that_would_be_too_fine_to_read_is_named():
    place = '<rect class="qr" x="5" y="5" width="20" height="20" data-value="{{code}}" '
    small = parse("small", f'{HEAD}>{place} data-module="0.37"/></svg>'.encode())
    assert printed(small, {"code": "W" * 60})
    assert complaint(small, {"code": "W" * 250}) == (
        "small: code: the qr code has no room for so much"
    )
    assert complaint(small, {"code": "W" * 251}).startswith("small: code: a qr code carries")


def test_a_code_in_a_row_that_is_no_more_on_the_label_is_named():
    row = '<rect class="qr" x="5" y="5" width="20" height="20" data-value="{{ref}}"/>'
    source = f'{HEAD}><g data-repeat="rows" data-step="40">{row}</g></svg>'
    rows = parse("rows", source.encode())
    assert printed(rows, {"rows": [{"ref": "A"}] * 4})
    assert complaint(rows, {"rows": [{"ref": "A"}] * 5}) == (
        "rows: ref: the code stands over the edge"
    )


@pytest.mark.parametrize("dpi", range(150, 620, 7))
def test_bars_that_end_at_the_edge_are_drawn_at_every_resolution(dpi):
    place = '<rect class="code128" x="3.3" y="110.4" width="96.7" height="39.6" '
    edge = parse("edge", f'{HEAD}>{place} data-value="{{{{ref}}}}"/></svg>'.encode())
    [sheet] = fill(edge, {"ref": "4711"}, {}, "en", measure)
    assert any(draw(sheet, dpi).data)


def test_a_bar_code_too_long_for_its_place_is_named_with_the_width_it_needs():
    said = {**content(SHIPPING, "en"), "barcode": "1Z999AA10123456784"}
    assert printed(SHIPPING, said)
    assert complaint(SHIPPING, {**said, "barcode": "JD0146AB00628C1230704D77"}) == (
        "shipping.label-100x150: barcode: 94 mm are too narrow for a code128 code of 24 signs, "
        "which needs 116 mm"
    )


def test_a_row_is_held_to_the_same():
    said = {"door": "1", "time": "16:47", "what": ""}
    for row in ({**said, "ref": "W" * 200}, said):
        said = {**content(MANIFEST, "en"), "parcels": [*ROWS, row]}
        assert complaint(MANIFEST, said).startswith(f"{MANIFEST.name}: ref")
    assert "parcels" in complaint(MANIFEST, {**content(MANIFEST, "en"), "parcels": "all"})
    assert "recipient" in complaint(SHIPPING, {**content(SHIPPING, "en"), "recipient": ROWS})


def test_more_rows_than_anybody_carries_are_refused():
    for name in ("manifest.roll-80.svg", "manifest.label-100x150.svg"):
        said = {**content(TEMPLATES[name], "en"), "parcels": ROWS * 40}
        assert "more than 400 rows" in complaint(TEMPLATES[name], said)


def test_letters_a_bar_code_has_not_are_told_with_its_place():
    said = {**content(SHIPPING, "ar"), "barcode": "طرد"}
    assert complaint(SHIPPING, said, "ar").startswith(f"{SHIPPING.name}: barcode: a code128")


@pytest.mark.parametrize(
    "text",
    [
        '</text><rect width="100" height="150"/>',
        "{{code}}",
        "&lol;",
        "<!ENTITY x>",
        "]]>",
        "^XZ~JA",
    ],
)
def test_content_is_text_and_nothing_else(text):
    template = parse("cloud", PLAIN.encode())
    [sheet] = fill(template, {"ref": text}, {}, "en", measure)
    shown = unpacked(draw(sheet, 203))
    assert sheet.svg.count(b"<") == 4
    assert not shown[250:].any()
    assert shown[:250].any()


@pytest.mark.parametrize(
    "inner",
    [
        "<script>1</script>",
        '<image href="file:///etc/passwd"/>',
        '<use xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
        '<rect width="9" height="9" fill="url(http://x/y)"/>',
        '<rect width="9" height="9" style="fill:red"/>',
        "<style>@import 'x'</style>",
        "<foreignObject/>",
        '<text href="x">a</text>',
        "<filter/>",
        '<svg:rect xmlns:svg="http://example.org/other"/>',
        '<rect class="qr" width="30" height="30" data-value="fixed"/>',
        "<text>&outside;</text>",
        "<g>" * 20_000 + "</g>" * 20_000,
        "<g>",
    ],
)
def test_a_clouds_template_reaches_nowhere(inner):
    refused(f"{HEAD}>{inner}</svg>")


@pytest.mark.parametrize(
    "source",
    [
        "",
        "PNG",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + PLAIN,
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + PLAIN,
        PLAIN.replace("0 0 100 150", "0 0 100 1500000"),
        PLAIN.replace("0 0 100 150", "0 0 nan nan"),
        PLAIN.replace("0 0 100 150", "50 50 100 150"),
        PLAIN.replace("label-100x150", "wall"),
        PLAIN + " " * LARGEST,
        PLAIN.replace('font-size="4"', 'font-size="big"'),
        PLAIN.replace('font-size="4"', 'font-size="4" data-width="9" data-smallest="-1e9"'),
        PLAIN.replace('font-size="4"', 'font-size="1e99"'),
        PLAIN.replace('font-size="4"', 'font-size="4" data-lines="1.5"'),
        PLAIN.replace("<text", '<g data-repeat="a" data-step="nan"><text').replace(
            "</svg>", "</g></svg>"
        ),
    ],
)
def test_a_clouds_template_that_is_none_is_refused(source):
    refused(source)


def refused(source):
    with pytest.raises(LabelWrong, match="cloud"):
        parse("cloud", source.encode())


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LabelWrong, match=r"none\.svg"):
        load(tmp_path / "none.svg")
