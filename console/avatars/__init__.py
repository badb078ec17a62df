"""Avatars made, kept and filmed: building, idle loops, what their files take, and films offline."""
