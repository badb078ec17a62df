"""Questions, drafts and their approval."""
