"""Microphones and loudspeakers: found, opened, kept open, and told apart."""
