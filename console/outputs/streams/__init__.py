"""Streams: where they go, how a server is reached, and what is done when it is lost."""
