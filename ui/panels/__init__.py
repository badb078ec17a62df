"""The panels of the operator's window. Each reads a `ConsoleState` and emits wishes; none decides anything."""
