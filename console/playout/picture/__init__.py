"""What the hall sees: the layers of the program, and the compositor that puts them together."""
