"""What runs beside a student's code.

Everything here is loaded into the worker, so it needs the standard library and NumPy only, imports nothing else
of convgrade, and holds nothing a student must not see.
"""
