"""Numbers for people: short, and two different ones never alike beside a verdict."""
import unittest

import numpy as np

from lib.figures import LONGEST, beside, figure


class FigureTest(unittest.TestCase):
    def numbers(self):
        random = np.random.default_rng(1)
        for exponent in random.uniform(-300, 300, 3000).tolist() + random.uniform(-8, 12, 5000).tolist():
            yield float("%.7g" % (random.choice([-1, 1]) * 10.0 ** exponent))

    def test_keeps_its_meaning(self):
        for value, text in ((0, "0"), (1e-6, "1e-6"), (1e300, "1e300"), (-0.25, "-0.25"), (2915.273, "2915"), (2.5, "2.5"),
                            (123456.7, "123457"), (0.00012345, "0.0001234"), (1e9, "1e9"), (None, "undefined")):
            self.assertEqual(text, figure(value))

    def test_is_short_and_near(self):
        for value in self.numbers():
            text = figure(value)
            self.assertLessEqual(len(text), LONGEST, text)
            self.assertLess(abs(float(text) / value - 1), 2e-3, text)

    def test_beside_a_bound_only_the_same_is_alike(self):
        random = np.random.default_rng(2)
        for bound in self.numbers():
            for nearness in (0, 1e-7, 1e-5, 1e-3, 0.1, 3):
                value = bound * (1 + nearness * random.choice([-1, 1]))
                text = beside(value, bound)
                self.assertEqual(value == bound, text == figure(bound), (value, bound, text))
                self.assertLessEqual(len(text), LONGEST + 1)


if __name__ == "__main__":
    unittest.main()
