"""Voices that are spoken on this machine, in the voice process."""
