"""The action table, a file a feature: everything that a pair of hands can ask of the show."""
