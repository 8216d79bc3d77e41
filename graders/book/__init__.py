"""Books and pages that check their readers' code."""
