"""Who speaks when: voices are embedded, clustered and recognized."""
