"""What a hostile far end says: any JSON, and printed bodies bent."""

import copy

from hypothesis import strategies as st


def any_json(scalars, *names):
    """Objects and lists of these scalars; their keys have these names, or any."""
    keys = st.sampled_from(names) | st.text(max_size=5)
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6),
        max_leaves=15,
    )


@st.composite
def bent(draw, body, instead):
    """The printed body with one to three of its parts exchanged for something of ``instead``."""
    bent_body = copy.deepcopy(body)
    for _ in range(draw(st.integers(1, 3))):
        place = bent_body
        while isinstance(place, dict | list) and place:
            key = draw(st.sampled_from([*place] if isinstance(place, dict) else range(len(place))))
            if not isinstance(place[key], dict | list) or draw(st.booleans()):
                place[key] = draw(instead)
                break
            place = place[key]
    return bent_body
