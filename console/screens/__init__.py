"""The hall's screen and the operator's own, followed; and what they show when nothing else can."""
