"""A process of its own that shows one window and says so: python -m tests.benchmarks.first_window.

`bare` is an empty Qt window, `sign-in` the card of the program, `idle` the workplace of the demo
centre with Vandaag and the participants opened. The memory in use (MB) is printed when painted.
"""

import sys
from pathlib import Path


def main(kind: str, store: Path, name: str, password: str) -> None:
    """Show it, say `painted` with the memory in use, and stop without tidying up."""
    if kind == "bare":
        from PySide6.QtWidgets import QApplication, QWidget

        app, window = QApplication(["bare"]), QWidget()
        window.resize(760, 600)
        window.show()
    else:
        from ca_desktop.app.program import Program
        from ca_desktop.settings import Settings

        program = Program(Settings())
        program.start(store)
        app, window = program.app, program.entrance.card
        if kind == "idle":
            _work(program, store, name, password)
            window = program.workplace.window
    while not window.windowHandle().isExposed():
        app.processEvents()
    app.processEvents()
    print("painted", round(_memory(), 1), flush=True)


def _work(program, store, name, password):
    from ca_desktop.services.stores import StoreDoor

    program.entrance.opened.emit(StoreDoor.at(store).sign_in(name, password))
    for page in ("participants", "today"):
        program.workplace.window.navigate(page)
        for _round in range(20):
            program.app.processEvents()


def _memory() -> float:
    """What this process holds in memory, in MB (shared libraries included)."""
    status = Path("/proc/self/status")
    if not status.exists():  # Windows, macOS
        return 0.0
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    import os

    kind, store, name = sys.argv[1:4]
    main(kind, Path(store), name, os.environ.get("CA_DESKTOP_PASSWORD", ""))
    os._exit(0)
