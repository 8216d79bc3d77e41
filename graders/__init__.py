"""Grades exercises on convolutional networks."""
