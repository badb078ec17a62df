"""What leaves the machine beside the hall: streams and recordings, each in a process of its own."""
