"""Long work: off the window's thread, cancellable, and gone with the page that asked for it."""

import threading

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from ca_desktop.domain.errors import UserError
from ca_desktop.ui.kit.jobs import Jobs, ProgressStrip
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.saving import Saves


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def owner(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_result_comes_on_the_thread_of_the_window(qtbot, jobs, owner):
    threads: list[object] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.run(lambda _p: threading.current_thread(), then=threads.append, owner=owner, label="x")
        assert threads == []
    threads.append(threading.current_thread())
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_jobs_run_one_after_another(qtbot, jobs, owner):
    done: list[int] = []
    for number in range(5):
        jobs.run(lambda _p, n=number: n, then=done.append, owner=owner, label="x")
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == [0, 1, 2, 3, 4]


def test_a_cancelled_job_stops_and_says_nothing(qtbot, jobs, owner):
    started = threading.Event()
    results: list[object] = []

    def work(progress):
        started.set()
        while True:
            progress.step(1, 2)

    with qtbot.waitSignal(jobs.ended):
        jobs.run(work, then=results.append, failed=results.append, owner=owner, label="x")
        qtbot.waitUntil(started.is_set)
        jobs.cancel()
    assert results == []
    assert not jobs.busy


def test_a_result_for_a_closed_page_is_dropped(qtbot, jobs):
    page, go = QWidget(), threading.Event()
    results: list[object] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.run(lambda _p: go.wait(5), then=results.append, owner=page, label="x")
        shiboken6.delete(page)
        go.set()
    assert results == []


def test_an_error_of_a_job_is_shown(qtbot, jobs, owner):
    def work(_progress):
        raise UserError("De schijf is vol.")

    with qtbot.waitSignal(jobs.ended):
        jobs.run(work, then=lambda _r: None, owner=owner, label="x")
    qtbot.waitUntil(lambda: bool(owner.findChildren(Question)))


def test_the_strip_shows_what_runs(qtbot, jobs, owner):
    strip = ProgressStrip(jobs)
    qtbot.addWidget(strip)
    go = threading.Event()
    with qtbot.waitSignal(jobs.ended):
        jobs.run(lambda _p: go.wait(5), then=lambda _r: None, owner=owner, label="Rapport maken")
        assert strip.isVisible()
        go.set()
    assert strip.isHidden()


def test_a_save_is_done_at_once_when_the_file_is_free(owner):
    done: list[int] = []
    Saves().run(lambda: 5, then=done.append, failed=lambda _e: None, owner=owner)
    assert done == [5]


def test_a_save_waits_behind_a_job_that_writes(qtbot, owner):
    writing, done = [True], []
    saves = Saves(lambda: writing[0])
    with qtbot.waitSignal(saves.waiting_changed):
        saves.run(lambda: 5, then=done.append, failed=lambda _e: None, owner=owner)
    assert done == []
    writing[0] = False
    qtbot.waitUntil(lambda: done == [5])
    assert not saves.waiting


def test_saves_in_line_keep_their_order(qtbot, owner):
    writing, done = [True], []
    saves = Saves(lambda: writing[0])
    for number in range(3):
        saves.run(lambda n=number: n, then=done.append, failed=lambda _e: None, owner=owner)
    writing[0] = False
    qtbot.waitUntil(lambda: done == [0, 1, 2])


def test_a_form_keeps_its_text_until_the_save_is_in_the_file(qtbot, page, desk):
    page.table.selectRow(0)
    writing = [True]
    page.detail.saves = Saves(lambda: writing[0])
    page.detail.name.edit.setText("Accuboor")
    page.detail.try_save()
    assert page.detail.save_button.text() == "Wordt bewaard …"
    assert page.detail.is_dirty
    writing[0] = False
    qtbot.waitUntil(lambda: not page.detail.is_dirty)
    assert page.detail.save_button.text() == "Bewaren"
