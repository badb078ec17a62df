"""The panels of the operator's window. Each reads a `ConsoleState` and emits requests; none decides anything."""
