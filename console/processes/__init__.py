"""The processes of a show as the console keeps them: supervised, linked, restored, and one console at a time."""
