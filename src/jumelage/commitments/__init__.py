"""What was promised and what became of it; what was spent and what came of that."""
