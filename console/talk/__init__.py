"""What the host says by itself: lines, answers, captions, and who hears the questions. `talking` puts it together."""
