"""Who answers: the preset's own facts, Groq, or a server of the user's, one after the other when one fails."""
