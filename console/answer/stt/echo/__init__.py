"""The microphone without the hall's loudspeakers: echo canceller and gate."""
