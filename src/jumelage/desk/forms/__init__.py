"""Forms in which officers enter and correct records, in the terms of the field."""
