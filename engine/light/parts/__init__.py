"""The parts of the drawn host, each with its own file."""
