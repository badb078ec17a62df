"""Measurements: `compere bench`. Not part of the test run; figures go to docs/MEASURED.md."""
