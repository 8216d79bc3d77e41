"""A notebook cell of 5,000 lines that could be magics."""

from pathlib import Path

NAME = "submission.ipynb"
RIGHT = (Path(__file__).parents[1] / "right.py").read_text("utf-8")


def make(path):
    """Write the submission to `path`, or to NAME in it if it is a folder; where it lies now."""
    path = Path(path)
    path = path / NAME if path.is_dir() else path
    import json
    source = "".join(f"!x{i}\n" for i in range(5000)) + "y = 1\n" * 20_000 + RIGHT
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "source": source}]}))
    return path
