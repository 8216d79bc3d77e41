"""Reference against Keras, on whatever device and backend: how far apart they are, as a fraction of what rounding allows.

`measuring` compares and times in a process in which a backend of Keras is loaded (`backends`); `convgrade.parity.child` is that
process; `tables` shows what it found.
"""
