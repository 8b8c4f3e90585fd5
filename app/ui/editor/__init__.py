"""The editor: a transcript heard, corrected and watched again."""
