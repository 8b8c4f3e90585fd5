"""The same stretch twice: denoised, and written token by token."""
