"""What templates say of the desk's own."""
