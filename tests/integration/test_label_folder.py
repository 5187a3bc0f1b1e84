"""[labels] templates: the operator's own labels, checked before anything else starts."""

from pathlib import Path

import pytest

from kiosk.app.doctor import report
from kiosk.app.press import Press
from kiosk.app.printing import press_of, written
from kiosk.assets import data
from kiosk.config import load
from kiosk.domain.errors import ConfigWrong, LabelWrong
from kiosk.domain.labels import SHIPPING
from tests.integration.asked import write

LABELS = '[labels]\ntemplates = "own"\n'
OWN = """<svg xmlns="http://www.w3.org/2000/svg" data-media="{media}" viewBox="0 0 {size}">
  <text x="5" y="20" font-size="6">{{{{ref}}}}</text></svg>"""
GOOD = OWN.format(media="label-100x150", size="100 150")


def with_code(at: str) -> str:
    code = f'<rect class="qr" {at} width="20" height="20" data-value="{{{{ref}}}}"/></svg>'
    return GOOD.replace("</svg>", code)


def folder(tmp_path: Path, **files: str) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    for name, text in files.items():
        (own / f"{name.replace('__', '.').replace('_', '-')}.svg").write_text(text)
    return own


def press(tmp_path: Path) -> Press:
    return press_of(load(write(tmp_path, LABELS)))


async def test_a_template_of_the_operators_is_printed_like_the_kiosks_own(qapp, tmp_path):
    folder(tmp_path, T1__label_100x150=GOOD)
    mine = press(tmp_path)
    mine.check()
    assert mine.media("T1") == ["label-100x150"]
    [picture] = await mine.draw("T1", "label-100x150", 203, {"ref": "R7"}, "en")
    assert any(picture.data)
    assert mine.places("T1") == {"ref"}
    # The kiosk's own are still there.
    assert mine.media(SHIPPING) == ["label-100x150"]


async def test_it_stands_before_the_kiosks_own_of_that_name(qapp, tmp_path):
    folder(tmp_path, shipping__label_100x150=GOOD)
    mine = press(tmp_path)
    mine.check()
    assert mine.places(SHIPPING) == {"ref"}


async def test_it_may_leave_out_what_the_kiosks_own_says(qapp, tmp_path):
    folder(tmp_path, shipping__label_100x150=GOOD, theirs__label_100x150=GOOD)
    said = {**dict.fromkeys(press_of_the_kiosk().places(SHIPPING), "A1"), "ref": "R7"}
    mine = press(tmp_path)
    [picture] = await mine.draw(SHIPPING, "label-100x150", 203, said, "en")
    assert [picture] == [*await mine.draw("theirs", "label-100x150", 203, {"ref": "R7"}, "en")]
    # What nobody has a place for is an error as ever.
    for template, unknown in ((SHIPPING, {"pin": "1"}), ("theirs", {"recipient": "Bo"})):
        with pytest.raises(LabelWrong, match="there is no place for"):
            await mine.draw(template, "label-100x150", 203, {"ref": "R7", **unknown}, "en")


def press_of_the_kiosk() -> Press:
    return Press((data() / "assets" / "labels",), data() / "translations")


def test_the_press_knows_which_letters_it_has():
    kiosk = press_of_the_kiosk()
    assert all(kiosk.writes(one) for one in ("", "Jörg Łuczak", "محمد Bo", "Bo \U0001f44d"))
    assert not any(kiosk.writes(one) for one in ("\U0001335f", "A\u202eB", "\U0001f44d"))
    # Of its own name a kiosk leaves out what would cost it every label.
    assert [written(kiosk, "locker.name", one) for one in ("Hof 3", "\U0001335f")] == ["Hof 3", ""]


def test_one_that_needs_what_the_kiosk_never_says_is_told_at_the_start(tmp_path):
    folder(tmp_path, shipping__label_100x150=GOOD.replace("{{ref}}", "{{ref}} {{hue}} {{age}}"))
    with pytest.raises(ConfigWrong, match="the kiosk has nothing to say for age, hue"):
        press(tmp_path).check()


WRONG = {
    "T1__label_100x150": (GOOD.replace("text", "script"), "<script> has no place in a label"),
    "T2__roll_80": (GOOD, 'its name must end in ".label-100x150.svg"'),
    "T3": (GOOD, 'its name must end in ".label-100x150.svg"'),
    "ready__label_100x150": (GOOD, "its name must be letters"),
    "T4__label_100x150": ("no svg at all", "it is no SVG with a viewBox"),
    "T5__label_100x150": (
        GOOD.replace("{{ref}}", "x").replace("<text", '<image href="file:///etc/passwd"/><text'),
        "<image> has no place in a label",
    ),
    "T7__label_100x150": (
        GOOD.replace("<text", '<text text-anchor="left"'),
        "text-anchor is one of",
    ),
    "T8__label_100x150": (with_code('x="90" y="10"'), "a code stands over the edge"),
    "T9__label_100x150": (with_code('x="5" y="140"'), "a code stands over the edge"),
    "T10__label_100x150": (with_code('x="-1" y="10"'), "a code stands over the edge"),
    "T11__label_100x150": (
        with_code('x="5" y="10"')
        .replace("<rect", '<g transform="scale(2)"><rect')
        .replace("</svg>", "</g></svg>"),
        "a code is not transformed",
    ),
    "T12__label_100x150": (GOOD.replace("{{ref}}", "{{ ref }}"), "is no place"),
    "T13__label_100x150": (GOOD.replace("{{ref}}", "{{Ref}}"), "is no place"),
    "T14__label_100x150": (
        GOOD.replace("<text", "<svg><text").replace("</text>", "</text></svg>"),
        "<svg> has no place in a label",
    ),
    "T15__label_100x150": (
        GOOD.replace("<text", '<g data-repeat="rows"><text').replace("</text>", "</text></g>"),
        "data-repeat stands on a group with a data-step",
    ),
    "T6__roll_80": (OWN.format(media="roll-80", size="80 50"), "is not as large as roll-80"),
}


@pytest.mark.parametrize("name", WRONG)
def test_one_that_cannot_be_printed_is_told_at_the_start_by_its_file(tmp_path, name):
    text, says = WRONG[name]
    folder(tmp_path, **{name: text})
    with pytest.raises(ConfigWrong) as wrong:
        press(tmp_path).check()
    assert says in str(wrong.value)
    assert str(tmp_path / "own") in str(wrong.value)


def test_the_doctor_says_it_before_the_start(tmp_path):
    folder(tmp_path, T1__label_100x150=GOOD.replace("text", "script"))
    found = report(write(tmp_path, LABELS))
    assert found.code == 2
    assert "<script> has no place" in found.findings[0].sentence


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ConfigWrong, match=r'labels.templates is "own"; it must be a folder'):
        load(write(tmp_path, LABELS))


def test_every_template_of_the_kiosks_own_would_pass(tmp_path):
    Press((data() / "assets" / "labels", tmp_path), data() / "translations").check()
