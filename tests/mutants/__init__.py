"""Mutants: all one-step changes of right solutions, each of which is either right still or must be refused."""
