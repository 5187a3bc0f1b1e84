"""Every template of the kiosk, and content that fills it, short and long, in each language."""

import re
from collections.abc import Mapping

from kiosk.assets import data
from kiosk.labels.template import Content, Template, load
from kiosk.runtime.catalogues import label_texts

TEMPLATES = {file.name: load(file) for file in sorted((data() / "assets" / "labels").glob("*.svg"))}
WORDS: Mapping[str, Mapping[str, str]] = {"en": {}, **label_texts(data() / "translations")}
CODE, BARCODE, SHORT = "DLV-PICK-res_789-5678", "JD014600006281230704", "012345"
SAME = {
    "code": CODE,
    "barcode": BARCODE,
    "short": SHORT,
    "date": "2026-11-21",
    "until": "2026-11-24 18:00",
    "typed": "48 2917",
    "printer": "Central Station labels",
    "carrier": "International Express Post",
    "ref": "RET-2026-11-21-00017-ABC",
    "delivered": "8",
    "collected": "6",
    "door": "12",
    "phone": "+351 21 123 4567",
}
SAID = {
    "en": {
        "operator": "Fast Deliveries Company of Lisbon and Porto",
        "sender": "Fast Deliveries, Avenida da Liberdade 110, 3rd floor, 1269-046 Lisboa, Portugal",
        "recipient": "Maximiliane Alexandra von Hohenberg-Schwarzenfels und zu Altenburg",
        "address": "Rua de Santa Catarina 1234, 5.º Esquerdo Frente, 4000-447 Porto, Portugal",
        "locker": "Central Railway Station, northern entrance",
        "what": "Handed in, not confirmed",
        "title": "Code for the receiver",
        "courier": "Rui Miguel Carvalho de Oliveira",
    },
    "ar": {
        "operator": "شركة التوصيل السريع المحدودة في الرياض والمدن",
        "sender": "شركة التوصيل السريع، شارع الملك فهد، مبنى ١٢، الطابق الثالث، الرياض",
        "recipient": "عبد الرحمن بن عبد العزيز بن محمد آل الشيخ العتيبي",
        "address": "شارع الأمير سلطان، حي الروضة، مبنى ٤٥٦٧، شقة ٢٣، جدة ٢٣٤٣٢",
        "locker": "خزانة محطة القطار المركزية، المدخل الشمالي",
        "what": "Handed in, not confirmed",
        "title": "Code for the receiver",
        "courier": "خالد بن عبد الله الزهراني",
    },
}
ROWS = [
    {"door": str(n), "time": "16:47", "ref": f"RET-2026-11-21-{n:05}", "what": "Collected"}
    for n in range(1, 15)
]
_PLACE = re.compile(r"\{\{([a-z_]+)\}\}")


def content(template: Template, language: str) -> Content:
    """All it has a place for, as long as that may well become."""
    said = {**SAME, **SAID[language]}
    if template.rows:
        rowless = re.sub(r"<g data-repeat.*?</g>", "", template.source.decode(), flags=re.DOTALL)
        places = template.known & set(_PLACE.findall(rowless))
        return {**{name: said[name] for name in places}, "parcels": ROWS}
    return {name: said[name] for name in template.known}


def codes(template: Template) -> dict[str, str]:
    """What its codes say, by the name zxing gives their kind."""
    named = {"qr": "QRCode", "code128": "Code128", "datamatrix": "DataMatrix"}
    found = re.findall(r'class="(\w+)"[^>]*data-value="\{\{(\w+)\}\}"', template.source.decode())
    return {named[kind]: SAME[name] for kind, name in found}


def captions(template: Template) -> set[str]:
    """Its texts that are said in the language of the label."""
    texts = (part.text for part in template.root().iter() if part.tag.endswith("}text"))
    return {" ".join(text.split()) for text in texts if text and "{{" not in text}
