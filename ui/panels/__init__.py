"""The panels of the operator's window. Each reads a `House` and emits wishes; none decides anything."""
