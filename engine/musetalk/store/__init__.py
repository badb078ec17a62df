"""Prepared avatars on the disk: made once per clip, mapped when used."""
