"""contract.json: what these scripts promise to whoever configures, checks or tunes them."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from lib.arguments import Kind, Options, number
from lib.job_runtime import read_json

PATH = Path(__file__).resolve().parent.parent / "contract.json"

# SageMaker's tuner adds this one by itself.
TUNER_OBJECTIVE = "_tuning_objective_metric"


def _unquoted(kind: Kind) -> Kind:
    """SageMaker's training toolkit hands text on with or without JSON's quotes."""
    return lambda name, value: kind(name, value.strip().strip('"'))


def hyperparameter_options(description: str | None) -> Options:
    """Options for each hyperparameter of the contract, with its kind, limits and default."""
    options = Options(description)
    known: dict[str, dict[str, Any]] = read_json(PATH)["hyperparameters"]
    for name, rule in known.items():
        options.option(name, _unquoted(number(rule["min"], rule["max"], rule["kind"] == "integer")),
                       str(rule["default"]))
    return options.option(TUNER_OBJECTIVE, default="")
