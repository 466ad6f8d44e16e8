"""A progress line on standard error, for a person who waits: only on a terminal, only when a step takes long."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

PATIENCE = 2.0
"""Seconds a step may take in silence."""


def on_terminal() -> ProgressLine | None:
    """Returns a progress line that ends with the command; None where standard error is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():  # None: closed before the start
        return None
    line = ProgressLine()
    context = click.get_current_context()
    context.meta[__name__] = line
    context.call_on_close(line.close)
    return line


def finish() -> None:
    """Takes the progress line of the running command away, if there is one, before results are printed."""
    context = click.get_current_context(silent=True)
    line = context and context.meta.get(__name__)
    if line:
        line.close()


class ProgressLine:
    """Shows the step under way once it has taken ``PATIENCE`` seconds. ``close`` before results are printed."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._shown: RichProgress | None = None
        self._task: Any = None
        self._step: tuple[str, int, int | None] | None = None

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Takes note of how far a step is."""
        with self._lock:
            is_new = self._step is None or self._step[0] != step
            self._step = (step, done, total)
            if self._shown:
                self._draw()
            elif is_new:
                self._wait()

    def close(self) -> None:
        """Takes the line away."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            if self._shown:
                self._shown.stop()
            self._timer = self._shown = self._step = None

    def _wait(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(self._patience, self._show)
        self._timer.daemon = True
        self._timer.start()

    def _show(self) -> None:
        with self._lock:
            if self._step is None or self._shown:
                return
            self._shown = _rich_progress()
            self._task = self._shown.add_task(self._step[0], total=self._step[2])
            self._draw()
            self._shown.start()

    def _draw(self) -> None:
        assert self._shown
        assert self._step
        step, done, total = self._step
        self._shown.update(self._task, description=step, completed=done, total=total)


def _rich_progress() -> RichProgress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
