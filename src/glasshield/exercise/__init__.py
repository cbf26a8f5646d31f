"""Exercises of several parties with simulated flights: nothing here is real, and nothing can be."""
