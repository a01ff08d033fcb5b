"""What is due and what lies ahead: duties by jurisdiction, anniversaries by each side's custom, feeds and digests."""
