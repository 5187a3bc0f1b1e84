"""Ways to tell people: one file per make."""
