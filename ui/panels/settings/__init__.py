"""The settings pages, and the welcome."""
