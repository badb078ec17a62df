"""Text to speech: 48 kHz sound as it comes, with the phones that it is made of."""
