"""What the screens of the hall get: pure logic."""
