"""A Python that has imported its libraries once and forks a process for each job.

Called with a folder of scripts, whose imports it makes. It listens on the socket `jobs` in its own working folder. A
job's connection brings one line of JSON; the answers are `pid N` or `error TEXT`, and `exit N` in the end. A dialogue
is a second connection, made before, whose only line says which job it belongs to. The end of stdin ends this process;
the end of a job's connection kills the job's group, whoever else has gone.
"""
import ast
import gc
import importlib
import json
import os
import random
import selectors
import signal
import socket
import sys
import tempfile
import time
import traceback
import types

# A shell's exit code for a command that is there and can't be run.
CANNOT_START = 126


def imports_of(folder):
    """What the scripts of a folder import from elsewhere, inside of functions, too."""
    names, own = set(), set()
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("tests", "__pycache__") and name[0] != ".")
        own.update(folders)
        for file in sorted(name for name in files if name.endswith(".py")):
            own.add(file[:-3])
            with open(os.path.join(place, file), encoding="utf-8") as script:
                tree = ast.parse(script.read())
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    names.update(alias.name for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module)
    return sorted(name for name in names if name.split(".")[0] not in own)


def preload(folder):
    for name in imports_of(folder):
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # The job that needs it says so.


class Job:
    """One request, from its connection to its end."""

    def __init__(self, connection):
        self.connection = connection
        self.text = b""

    def answer(self, text):
        try:
            self.connection.sendall((text + "\n").encode())
        except OSError:
            pass  # Who asked has gone; the watcher sees it, too.

    def start(self, dialogue):
        """Forks; returns the process id here and None in the new process, which is then ready to run its script."""
        request = json.loads(self.text)
        pid = os.fork()
        if pid:
            self.answer("pid %d" % pid)
            if dialogue:
                dialogue.close()
            return pid
        try:
            self.settle(request, dialogue)
        except BaseException:
            traceback.print_exc()
            os._exit(CANNOT_START)
        return None

    def settle(self, request, dialogue):
        """Makes the new process the job's own."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        self.watch()
        log = os.open(request["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        empty = os.open(os.devnull, os.O_RDONLY)
        os.dup2(dialogue.fileno() if dialogue else empty, 0)
        os.dup2(dialogue.fileno() if dialogue else log, 1)
        os.dup2(log, 2)
        os.closerange(3, 256)
        os.chdir(request["folder"])
        os.environ.clear()
        os.environ.update(request["environment"])
        become(request["arguments"])

    def watch(self):
        """Leaves a process in the group that kills it when the connection ends, as it does with the one who asked."""
        if os.fork():
            return
        kept = self.connection.fileno()
        os.closerange(0, kept)
        os.closerange(kept + 1, 256)
        try:
            os.read(kept, 1)
        finally:  # The end, or a reset where it had answers to read: it has gone all the same.
            os.killpg(0, signal.SIGKILL)


def become(arguments):
    """Undoes what a fork has in common with its siblings and a new interpreter hasn't."""
    sys.argv = list(arguments)
    own = os.path.dirname(os.path.realpath(arguments[0]))
    more = os.environ.get("PYTHONPATH", "")
    sys.path[:] = [own, *(more.split(os.pathsep) if more else []), *sys.path[1:]]
    tempfile.tempdir = None
    time.tzset()
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()


def serve():
    """Forks until stdin ends. Returns in the new processes only."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("jobs")
    listener.listen(64)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(woken, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    selector = selectors.DefaultSelector()
    selector.register(0, selectors.EVENT_READ)
    selector.register(woken, selectors.EVENT_READ)
    selector.register(listener, selectors.EVENT_READ)
    running, dialogues = {}, {}
    gc.freeze()
    print("ready", flush=True)
    while True:
        for key, _ in selector.select():
            if key.fileobj == 0:
                leave()
            elif key.fileobj == woken:
                os.read(woken, 4096)
                reap(running)
            elif key.fileobj is listener:
                connection, _ = listener.accept()
                selector.register(connection, selectors.EVENT_READ, Job(connection))
            else:
                job = key.data
                received = job.connection.recv(1 << 16)
                job.text += received
                if received and not job.text.endswith(b"\n"):
                    continue
                selector.unregister(job.connection)
                if not received:
                    job.connection.close()
                elif job.text.startswith(b"dialogue "):
                    dialogues[job.text.split()[1]] = job.connection
                    job.answer("ok")
                else:
                    dialogue = dialogues.pop(json.loads(job.text)["id"].encode(), None)
                    try:
                        pid = job.start(dialogue)
                    except OSError as error:
                        job.answer("error %s" % error)
                        job.connection.close()
                        continue
                    if pid is None:
                        return
                    running[pid] = job


def leave():
    """Who started this process has gone without a word, so nobody else tidies up."""
    for remove, path in ((os.unlink, "jobs"), (os.unlink, "log.txt"), (os.unlink, __file__), (os.rmdir, os.getcwd())):
        try:
            remove(path)
        except OSError:
            pass
    sys.exit(0)


def reap(running):
    while running:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        job = running.pop(pid, None)
        if job:
            code = os.waitstatus_to_exitcode(status)
            job.answer("exit %d" % (code if code >= 0 else 128 - code))
            job.connection.close()


def run_script():
    """Runs sys.argv[0] as the interpreter would: as __main__, with a traceback that begins there."""
    path = sys.argv[0]
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    sys.excepthook = report
    with open(path, "rb") as script:
        source = script.read()
    exec(compile(source, path, "exec"), module.__dict__)


def report(kind, error, trace):
    while trace and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    sys.__excepthook__(kind, error.with_traceback(trace), trace)


preload(sys.argv[1])
serve()
run_script()
