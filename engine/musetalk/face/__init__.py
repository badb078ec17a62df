"""Where the face is, how it is cut out, and how the drawn one comes back."""
