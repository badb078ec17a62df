"""What may not be said, and how it is found in spite of tricks."""
