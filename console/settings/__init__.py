"""The user's settings: the file, and the controller that judges and applies them; the key bindings beside it."""
