"""Files that processes share or users bring, read within limits."""
