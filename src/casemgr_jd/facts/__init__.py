"""Recognising what a posting says: one module for each kind of fact. What is not recognised is not guessed."""
