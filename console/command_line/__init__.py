"""What every command of the command line shares: its parser, and the language it speaks."""
