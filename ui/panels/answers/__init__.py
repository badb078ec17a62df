"""The question desk and what is said by hand."""
