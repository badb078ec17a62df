"""Written text made speakable: sentences, scripts, pronunciation."""
