"""The annealing taken elsewhere: as a film, and as a page that can be watched step by step."""
