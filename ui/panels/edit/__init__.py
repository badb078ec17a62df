"""EDIT and its pages."""
