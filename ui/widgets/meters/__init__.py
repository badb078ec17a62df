"""Levels and figures, drawn."""
