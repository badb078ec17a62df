"""What is written down of a show: its log, and the report at END."""
