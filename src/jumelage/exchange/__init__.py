"""Files in and out: lists of twinnings that others keep."""
