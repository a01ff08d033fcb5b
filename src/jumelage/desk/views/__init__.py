"""The pages: each asks the register and hands what it gets to a template."""
