"""From a question to approved speech: hearing, thinking, safety and voice. The desk itself is in `console.show`."""
