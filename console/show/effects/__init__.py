"""What an action asks the console to carry out, as plain data."""
