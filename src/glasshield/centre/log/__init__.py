"""The log of a centre: where it lies, who writes it, what is read of it again."""
