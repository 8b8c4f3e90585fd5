"""The window and the editor as their own tests have them."""

from tests.ui.editor.conftest import clerk, editor, uid

__all__ = ["clerk", "editor", "uid"]
