"""A notebook of 300,000 cells."""

from pathlib import Path

NAME = "submission.ipynb"


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    path.write_text('{"nbformat": 4, "cells": [' + ",".join(['{"cell_type": "code", "source": ""}'] * 300_000) + "]}")
    return path
