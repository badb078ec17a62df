"""The rundown in the running console: what is next, what a take puts on, and the show as files."""
