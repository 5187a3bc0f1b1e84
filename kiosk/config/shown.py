"""What of the configuration may be shown to who helps from afar: a list of what is in, not out."""

from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from kiosk.config.tree import Config


def shown(config: Config) -> dict[str, Any]:
    """No credential, no key, no address with a query, no name or telephone number of anybody."""
    locker, ui, couriers = config.locker, config.ui, config.couriers
    compartments = list(config.layout.compartments())
    return {
        "locker": {"id": locker.id, "timezone": locker.timezone},
        "layout": {
            "compartments": len(compartments),
            "doors": sum(len(one.doors) for one in compartments),
            "sizes": sorted({one.size for one in compartments}),
        },
        "cloud": {"name": config.rules.name, "host": host(getattr(config.cloud, "base_url", ""))},
        "doors": {"front": config.rules.front},
        "wires": [
            {"name": one.name, "driver": one.driver, "variant": one.variant, "baud": one.baud}
            | {"port": one.port}
            for one in config.wires
        ],
        "scanner": config.scanner.model_dump(include={"camera", "fps", "loop", "serial", "baud"}),
        "printers": [
            {"name": one.name, "driver": one.driver, "media": one.media, "dpi": one.dpi}
            for one in config.printers
        ],
        "notifiers": [one.make for one in config.notifiers],
        "couriers": {
            "keys": len(couriers.keys),
            "external": couriers.external is not None,
            "badge_reader": couriers.badge_reader,
        },
        "ui": {
            "orientation": ui.orientation,
            "panel_mm": list(ui.panel_mm),
            "languages": list(ui.languages),
            "theme": ui.theme,
        },
        "policy": asdict(config.policy),
    }


def host(url: str) -> str:
    """Only the machine's name: a path or a query may hold anything."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
