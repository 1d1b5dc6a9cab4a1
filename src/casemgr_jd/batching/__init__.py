"""Tables of requisitions to postings: one row, one posting, and no row lost."""
