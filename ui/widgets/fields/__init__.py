"""Fields that hold one value each."""
