"""Presets and their order: what is on, what is next, and every change to it."""
