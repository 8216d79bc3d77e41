"""A notebook with an integer of ten million digits."""

from pathlib import Path

NAME = "submission.ipynb"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text('{"nbformat": 4, "cells": [], "x": ' + "9" * 10**7 + "}")
    return path
