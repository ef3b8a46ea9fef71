"""What a change of the glossaries does to the releases that were built before."""
