"""HALL NOW with the sound below it."""
