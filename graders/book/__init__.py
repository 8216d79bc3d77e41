"""Pages that check their readers' code in the reader's own browser: what runs there, and what such a site consists of."""
