"""The window and the editor as their own tests have them."""

from tests.ui.editor.conftest import background_tasks, clerk, editor, uid

__all__ = ["background_tasks", "clerk", "editor", "uid"]
