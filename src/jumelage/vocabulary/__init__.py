"""What can be said of a twinning: kinds, topics, dates, names, entities and claims. No I/O, no other room."""
