"""A newsroom that is invented from a seed: texts together with where each statement truly comes from."""
