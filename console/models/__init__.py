"""The files of the neural driver: which there are, where they come from, and whether they are whole."""
