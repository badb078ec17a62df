"""The state machine of the show, the desk that performs actions, and the judgements that need no device."""
