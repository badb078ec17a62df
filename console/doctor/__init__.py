"""`compere doctor`: is this machine ready for a show? `examine` asks all the others."""
