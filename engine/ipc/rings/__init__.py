"""Shared memory: pictures, sound, phonemes and speech on their way between processes."""
