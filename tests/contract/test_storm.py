"""Whatever comes, right or wrong, the sandbox clouds answer it and do not fall over."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.responses import JSONResponse

from tests.contract.clouds import CLOUDS
from tests.contract.storm import ServerError, no_server_error


def test_no_call_right_or_wrong_makes_a_sandbox_fall_over():
    assert no_server_error(seed=1, examples=2, every=4) > 150


def test_a_sandbox_that_falls_over_is_found():
    def create(**settings: object) -> FastAPI:
        app = CLOUDS[0].sandbox(**settings)

        @app.get("/broken")
        async def broken(below: int) -> JSONResponse:
            return JSONResponse({}, 500 if below < 0 else 200)

        return app

    vendor = replace(CLOUDS[0], sandbox=create)
    with pytest.raises(ServerError, match="/broken"):
        no_server_error(seed=1, examples=20, vendors=[vendor], within="/broken")
