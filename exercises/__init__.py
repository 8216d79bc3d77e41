"""All that a student gets: one folder an exercise."""

CHAPTERS = ("correlation", "channels", "shapes", "pooling", "matrix")
