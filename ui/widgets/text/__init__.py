"""Text that changes, and notes."""
