"""Codes as modules: what is dark, before anybody says how large it is printed."""

import numpy as np
import segno
import zint
from numpy.typing import NDArray

from kiosk.domain.errors import LabelWrong
from kiosk.domain.printing import Symbology

CORRECTION_M = 2
"""A scratched label is still read, and the modules stay large (zint's number for it)."""
Modules = NDArray[np.bool_]
"""Rows of modules, True is dark; without the quiet zone. One row only for a linear code."""

QUIET = {Symbology.QR: 4, Symbology.CODE128: 10, Symbology.DATAMATRIX: 1}
"""Modules that stay light around it (ISO/IEC 18004, 15417 and 16022)."""
MOST = 250
"""Characters; more are no label's code."""


def modules(kind: Symbology, text: str) -> Modules:
    """The code of this text. Raises LabelWrong for a text it cannot carry."""
    if not 0 < len(text) <= MOST:
        raise LabelWrong(f"a {kind.value} code carries 1 to {MOST} characters")
    if kind is Symbology.QR and not text.isascii():
        # As UTF-8 without further signs, which all that reads codes takes.
        made = segno.make(text, micro=False, error="m", boost_error=False)
        return np.array([list(row) for row in made.matrix], dtype=np.bool_)
    return _by_zint(kind, text)


def _by_zint(kind: Symbology, text: str) -> Modules:
    symbol = zint.Symbol()
    if kind is Symbology.QR:
        symbol.symbology = zint.Symbology.QRCODE
        symbol.option_1 = CORRECTION_M
    elif kind is Symbology.CODE128:
        if not all(" " <= letter <= "~" for letter in text):
            raise LabelWrong("a code128 code carries letters, digits and signs of ASCII only")
        symbol.symbology = zint.Symbology.CODE128
    else:
        symbol.symbology = zint.Symbology.DATAMATRIX
        symbol.option_3 = zint.DataMatrixOptions.SQUARE
    try:
        symbol.encode(text)
    except RuntimeError as error:
        raise LabelWrong(f"a {kind.value} code cannot carry this text") from error
    # zint packs eight modules in a byte, the first one lowest.
    bits = np.unpackbits(np.asarray(symbol.encoded_data), axis=1, bitorder="little")
    return bits[: symbol.rows, : symbol.width].astype(np.bool_)
