"""Questions by voice: microphone to text."""
