"""The editor and its library, with the fixtures of the editor's own tests."""

from tests.ui.editor.conftest import background_tasks, editor, library_worker, uid

__all__ = ["background_tasks", "editor", "library_worker", "uid"]
