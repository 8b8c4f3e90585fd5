"""The models dialog: what there is, what it takes, and how it comes here."""
