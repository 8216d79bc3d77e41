"""How the book is built: `make book`, or `sphinx-build docs/book OUT` where convgrade[book] and furo are installed."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # what lies beside this file

project = "Convolution by hand and by code"
author = "the convgrade authors"
project_copyright = "the convgrade authors, MIT licence"
version = release = "1"
language = "en"

extensions = ["myst_parser", "convgrade.book.sphinx", "drawing", "formulas", "finishing"]
myst_enable_extensions = ["dollarmath", "deflist"]
myst_heading_anchors = 3
html_math_renderer = "mathml"
exclude_patterns = ["__pycache__"]
nitpicky = True

# What `convgrade book vendor --out FOLDER` made: Pyodide, NumPy and the editor. Without a name it is what lies in the cache.
convgrade_parts = os.environ.get("CONVGRADE_PARTS", "")

html_theme = "furo"
html_title = project
html_static_path = ["static"]
html_css_files = ["book.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {"top_of_page_buttons": []}  # there is no repository to link to

latex_elements = {"extraclassoptions": "openany"}  # no empty pages
