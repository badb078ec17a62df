"""A show's log read again: for the operator, and as the report."""
