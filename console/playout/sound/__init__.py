"""The source timeline, and everything that is done to sound on its way."""
