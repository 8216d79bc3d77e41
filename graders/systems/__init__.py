"""Other systems: what they give to collect and take back, and what runs inside them."""
