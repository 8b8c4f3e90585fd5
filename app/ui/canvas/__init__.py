"""The token canvas: looks and layout and clock (pure), and the painted widgets on top of them."""
