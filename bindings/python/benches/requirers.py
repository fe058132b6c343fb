"""Validates 1,000 databags of requirers: ours beside pydantic models of the same shape.

    python bindings/python/benches/requirers.py

Both read the same databags, in turns, and the best round of each counts.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, cast

from pydantic import BaseModel, BeforeValidator, Field, IPvAnyAddress, model_validator
from typing_extensions import Annotated, Self

from haproxy_kit.route.v2 import RequirerApplicationData

COUNT = 1000
ROUNDS = 7
UNCLEAN = set("\n\t#\\'\"\r$ ")


def clean(value: Any) -> Any:
    """A text without characters that mean something to HAProxy."""
    if isinstance(value, str) and any(character in UNCLEAN for character in value):
        raise ValueError("must be free of blanks, tabs, line ends, quotes, '#', '$' and '\\'")
    return value


def one_line(value: Any) -> Any:
    """A text of one line."""
    if isinstance(value, str) and "\n" in value:
        raise ValueError("must be one line")
    return value


def domain(value: Any) -> Any:
    """The name of a domain, or ``*.`` and one."""
    if isinstance(value, str):
        name = value.removeprefix("*.")
        labels = name.encode("idna").decode().split(".")
        fine = len(labels) > 1 and all(
            label and not label.startswith("-") and not label.endswith("-") and label.replace("-", "").isalnum()
            for label in labels
        )
        if not fine:
            raise ValueError("must be a domain name")
    return value


Clean = Annotated[str, BeforeValidator(clean)]
Domain = Annotated[str, BeforeValidator(domain)]


class Algorithm(Enum):
    LEASTCONN = "leastconn"
    SRCIP = "source"
    ROUNDROBIN = "roundrobin"
    COOKIE = "cookie"


class Policy(Enum):
    DENY = "deny"
    REJECT = "reject"
    SILENT = "silent-drop"


class Method(Enum):
    SET_PATH = "set-path"
    SET_QUERY = "set-query"
    SET_HEADER = "set-header"


class Check(BaseModel):
    interval: int | None = None
    rise: int | None = None
    fall: int | None = None
    path: Clean | None = None
    port: int | None = None

    @model_validator(mode="after")
    def complete(self) -> Self:
        if len({bool(self.interval), bool(self.rise), bool(self.fall)}) != 1:
            raise ValueError("interval, rise and fall must be given together")
        return self


class RateLimit(BaseModel):
    connections_per_minute: int
    policy: Policy = Policy.DENY


class LoadBalancing(BaseModel):
    algorithm: Algorithm = Algorithm.LEASTCONN
    cookie: Clean | None = None
    consistent_hashing: bool = False

    @model_validator(mode="after")
    def fitting(self) -> Self:
        if self.cookie is not None and self.algorithm is not Algorithm.COOKIE:
            raise ValueError("a cookie may be given only with the algorithm cookie")
        if self.consistent_hashing and self.algorithm not in (Algorithm.COOKIE, Algorithm.SRCIP):
            raise ValueError("consistent hashing works only with cookie and source")
        return self


class Bandwidth(BaseModel):
    upload: int | None = None
    download: int | None = None


class Retry(BaseModel):
    count: int
    redispatch: bool = False


class Timeout(BaseModel):
    server: int = Field(default=60, gt=0)
    connect: int = Field(default=60, gt=0)
    queue: int = Field(default=60, gt=0)


class Rewrite(BaseModel):
    method: Method
    expression: Annotated[str, BeforeValidator(one_line)]
    header: Clean | None = None


class Application(BaseModel):
    service: Clean
    ports: list[int]
    protocol: Literal["http", "https"] = "http"
    hosts: list[IPvAnyAddress] = Field(default=[])
    paths: list[Clean] = Field(default=[])
    hostname: Domain | None = None
    additional_hostnames: list[Domain] = Field(default=[])
    rewrites: list[Rewrite] = Field(default=[])
    check: Check | None = None
    load_balancing: LoadBalancing = Field(default=LoadBalancing())
    rate_limit: RateLimit | None = None
    bandwidth_limit: Bandwidth = Field(default=Bandwidth())
    retry: Retry | None = None
    deny_paths: list[Clean] = Field(default=[])
    timeout: Timeout = Field(default=Timeout())
    server_maxconn: int | None = None
    http_server_close: bool = False
    allow_http: bool = False
    external_grpc_port: int | None = Field(default=None, gt=0, le=65535)

    @model_validator(mode="after")
    def named(self) -> Self:
        if self.load_balancing.algorithm is Algorithm.COOKIE and not self.load_balancing.cookie:
            raise ValueError("the algorithm cookie needs the name of a cookie")
        return self

    @classmethod
    def load(cls, databag: dict[str, str]) -> Application:
        """As charms load it: each text as JSON, then all of it as the model."""
        data = {key: json.loads(text) for key, text in databag.items() if key in cls.model_fields}
        return cls.model_validate_json(json.dumps(data))


def databags() -> list[dict[str, str]]:
    """A thousand requirers, each a little different."""
    return [
        {
            "service": json.dumps(f"service-{number}"),
            "ports": json.dumps([8000, 8001]),
            "hostname": json.dumps(f"www{number}.example.com"),
            "additional_hostnames": json.dumps([f"alias{number}.example.com"]),
            "paths": json.dumps(["/api", "/shop"]),
            "check": json.dumps({"interval": 10, "rise": 2, "fall": 3, "path": "/health"}),
            "load_balancing": json.dumps({"algorithm": "cookie", "cookie": "SERVER"}),
            "rate_limit": json.dumps({"connections_per_minute": 100, "policy": "reject"}),
            "rewrites": json.dumps([{"method": "set-path", "expression": "%[path,regsub(^/shop,/)]"}]),
            "retry": json.dumps({"count": 3, "redispatch": True}),
            "timeout": json.dumps({"server": 30}),
            "deny_paths": json.dumps(["/private"]),
            "private-address": "10.0.0.1",
        }
        for number in range(COUNT)
    ]


def seconds(load: Callable[[dict[str, str]], object], bags: list[dict[str, str]]) -> float:
    """How long one round takes."""
    start = time.perf_counter()
    for bag in bags:
        load(bag)
    return time.perf_counter() - start


def best() -> tuple[float, float]:
    """The best rounds: of pydantic, and of ours."""
    bags = databags()
    assert Application.load(bags[0]).service == RequirerApplicationData.load(bags[0]).service
    rounds = [
        (seconds(Application.load, bags), seconds(RequirerApplicationData.load, bags)) for _ in range(ROUNDS)
    ]
    return min(one for one, _ in rounds), min(other for _, other in rounds)


def main() -> int:
    theirs, ours = best()
    per = 1e6 / COUNT
    print(f"pydantic     {theirs * 1e3:8.2f} ms   {theirs * per:7.1f} us each")
    print(f"haproxy_kit  {ours * 1e3:8.2f} ms   {ours * per:7.1f} us each")
    print(f"{theirs / ours:.1f} times faster")
    return 0 if theirs / ours >= 5 else 1


if __name__ == "__main__":
    sys.exit(cast(int, main()))
