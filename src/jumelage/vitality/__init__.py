"""Is it alive? What the contacts on record say of a twinning."""
