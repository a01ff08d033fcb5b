"""From the characters of a document to repaired text, blocks and sentences, with offsets kept."""
