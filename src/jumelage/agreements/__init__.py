"""The life of papers: what is in force between whom on a day, until when, and what must happen by when."""
