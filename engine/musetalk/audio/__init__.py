"""From sound to the features that the face network hears."""
