"""Rules by which a sandbox cloud misbehaves on request."""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

OneUp = Annotated[int, Field(ge=1)]


class Fault(BaseModel):
    """One way to misbehave, and the calls it applies to."""

    model_config = ConfigDict(extra="forbid")

    method: str | None = Field(default=None, description="only this method")
    path: str = Field(default="", description="only calls with this text in path or query")
    nth: OneUp = Field(default=1, description="from the nth such call on, counted from now")
    count: OneUp | None = Field(default=1, description="so many times; null is until deleted")

    status: Annotated[int, Field(ge=200, le=599)] | None = Field(
        default=None, description="answer this status instead"
    )
    body: Literal["json", "html", "empty"] = Field(default="json", description="with `status`")
    effect: bool = Field(default=False, description="with `status`: the call is carried out first")
    retry_after: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="seconds, as a Retry-After header; alone it means status 503"
    )
    before: bool = Field(default=False, description="close the connection, nothing carried out")
    lose_answer: bool = Field(default=False, description="carry out, then close the connection")
    wrong_schema: bool = Field(default=False, description="right names, values of a wrong type")
    big_json: Annotated[int, Field(ge=1, le=1 << 28)] | None = Field(
        default=None, description="the right answer, padded to at least so many bytes"
    )
    cut: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="the right answer, broken off after so many bytes of its body"
    )
    silence: Annotated[float, Field(ge=0, le=3600)] = Field(
        default=0, description="seconds without a sound before the answer or the closing"
    )

    @model_validator(mode="after")
    def _one_way_at_a_time(self) -> Self:
        if self.retry_after is not None and self.status is None:
            self.status = 503
        whole = (self.status, self.before, self.lose_answer)
        ways = (*whole, self.wrong_schema, self.big_json, self.cut)
        chosen = sum(bool(way) for way in ways)
        if chosen > 1:
            raise ValueError(
                "status, before, lose_answer, wrong_schema, big_json, cut: one of them"
            )
        if not chosen and not self.silence:
            raise ValueError("a fault must do something: see its schema")
        return self

    @property
    def reaches_the_cloud(self) -> bool:
        return self.effect if self.status else not self.before

    @property
    def drops_the_connection(self) -> bool:
        return self.before or self.lose_answer

    def concerns(self, method: str, target: str) -> bool:
        return (self.method or method).upper() == method and self.path in target


@dataclass(slots=True)
class _Rule:
    fault: Fault
    seen: int = 0
    fired: int = 0

    def due(self) -> bool:
        spent = self.fault.count is not None and self.fired >= self.fault.count
        return self.seen >= self.fault.nth and not spent


class Faults:
    """The rules in force; the first one that is due decides."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def add(self, faults: list[Fault]) -> None:
        self._rules += [_Rule(fault) for fault in faults]

    def clear(self) -> None:
        self._rules.clear()

    def strike(self, method: str, target: str) -> Fault | None:
        """Count this call and say what shall go wrong with it."""
        concerned = [rule for rule in self._rules if rule.fault.concerns(method, target)]
        for rule in concerned:
            rule.seen += 1
        for rule in concerned:
            if rule.due():
                rule.fired += 1
                return rule.fault
        return None

    def listing(self) -> list[dict[str, object]]:
        return [
            {**rule.fault.model_dump(), "seen": rule.seen, "fired": rule.fired}
            for rule in self._rules
        ]
