"""What was set on site, put over what kiosk.toml says."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.config.tree import Config, Written
from kiosk.domain.site import OFF, ON, Setting, sound


def written(config: Config) -> Written:
    """As kiosk.toml has it, also where this start goes by something else."""
    return config.written or Written(config.ui.theme, config.ui.languages, config.scanner.camera)


def values_of(theme: str, languages: tuple[str, ...], camera: str) -> Mapping[Setting, str]:
    """The same as settings."""
    return {
        Setting.THEME: theme,
        Setting.LANGUAGE: languages[0],
        Setting.CAMERA: ON if camera else OFF,
    }


def overridden(config: Config, kept: Mapping[str, str]) -> Config:
    """What is kept and still possible here counts; the same twice is the same as once."""
    was = written(config)
    here = sound(kept, was.languages, was.camera)
    first = here.get(Setting.LANGUAGE, was.languages[0])
    languages = (first, *(one for one in was.languages if one != first))
    theme = here.get(Setting.THEME, was.theme)
    camera = "" if here.get(Setting.CAMERA) == OFF else was.camera
    ui = config.ui.model_copy(update={"theme": theme, "languages": languages})
    scanner = config.scanner.model_copy(update={"camera": camera})
    return replace(config, ui=ui, scanner=scanner, written=was)
