"""Plain data to model values and back."""
