"""contract.json against the scripts that it speaks of."""
import json

from lib.contract import PATH
from tests.container import SCRIPTS, ScriptTest


class ContractTest(ScriptTest):
    CONTRACT = json.loads(PATH.read_text(encoding="utf-8"))

    def test_lists_exactly_the_step_scripts(self):
        self.assertEqual(sorted(path.name for path in SCRIPTS.glob("*.py")), sorted(self.CONTRACT["steps"]))

    def test_each_limit_is_the_scripts_own(self):
        for name, rule in self.CONTRACT["hyperparameters"].items():
            text = self.fault(self.job(), "training", "--" + name, rule["min"] - 1)
            self.assertIn("argument '--%s': got '%s', needs" % (name, rule["min"] - 1), text)
            text = self.fault(self.job(), "training", "--" + name, rule["max"] + 1)
            self.assertIn("to %s" % rule["max"], text)
            for inside in [rule["default"]] + rule.get("search", []):
                self.assertIn("schema.json: the file is missing", self.fault(self.job(), "training", "--" + name, inside))
