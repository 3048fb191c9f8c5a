"""Tables of language phenomena: a text, what is expected of it, and why."""
