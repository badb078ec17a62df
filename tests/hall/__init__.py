"""The hall in tests: a real X server with two monitors, a real sound server, and a meter that looks from outside."""
