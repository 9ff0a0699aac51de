"""Serves a model as SageMaker's scikit-learn container does, over stdin and stdout in place of HTTP.

Frames in both directions: two big-endian 32-bit lengths, a header in JSON, a body. The first frame out says that the
model is loaded; each frame in is then answered by one out. The end of stdin ends this process and its children.
"""
import importlib
import io
import json
import os
import queue
import signal
import struct
import sys
import threading
import traceback

FRAME = struct.Struct(">II")
TEXT_TYPES = ("application/json", "application/jsonlines", "text/")
HANDLERS = ("input_fn", "predict_fn", "output_fn")


def main():
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # What the model's code prints belongs into the log.
    inbox = queue.Queue(maxsize=1)
    threading.Thread(target=read_frames, args=(requests, inbox), daemon=True).start()
    try:
        handle = load()
    except BaseException as error:
        refuse(answers, error)
        return
    send(answers, {"ok": True}, b"")
    while True:
        header, body = inbox.get()
        try:
            content, content_type = handle(body, header["content_type"], header["accept"])
        except Exception as error:
            refuse(answers, error)
        else:
            send(answers, {"ok": True, "content_type": content_type}, content)


def read_frames(stream, inbox):
    while True:
        lengths = stream.read(FRAME.size)
        if len(lengths) < FRAME.size:
            end_group()
        header_length, body_length = FRAME.unpack(lengths)
        header = json.loads(stream.read(header_length))
        inbox.put((header, stream.read(body_length)))


def end_group():
    """Ends this process however busy its main thread is, and what that may have started."""
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(0)


def send(stream, header, body):
    text = json.dumps(header).encode()
    stream.write(FRAME.pack(len(text), len(body)))
    stream.write(text)
    stream.write(body)
    stream.flush()


def refuse(stream, error):
    traceback.print_exc()
    sys.stderr.flush()
    send(stream, {"ok": False, "message": "%s: %s" % (type(error).__name__, error)}, b"")


def load():
    """Imports the model's program and loads the model; returns what answers one request."""
    base = os.environ["SAGEMAKER_BASE_DIR"]
    program = os.environ.get("SAGEMAKER_PROGRAM")
    if not program:
        raise ValueError("the model's environment has no SAGEMAKER_PROGRAM")
    folder = os.environ.get("SAGEMAKER_SUBMIT_DIRECTORY") or os.path.join(base, "model", "code")
    if not os.path.isfile(os.path.join(folder, program)):
        raise FileNotFoundError("SAGEMAKER_PROGRAM is %r, but the model's archive has no such file in its code folder" % program)
    sys.path.insert(0, folder)
    module = importlib.import_module(program[:-3] if program.endswith(".py") else program)
    if not hasattr(module, "model_fn"):
        raise AttributeError("%s has no model_fn(model_dir)" % program)
    mixed = [name for name in HANDLERS if hasattr(module, name)]
    if hasattr(module, "transform_fn"):
        if mixed:
            raise AttributeError("%s has transform_fn, so it must not have %s" % (program, ", ".join(mixed)))
        model = module.model_fn(os.path.join(base, "model"))
        return lambda body, content_type, accept: answer(
            module.transform_fn(model, decode(body, content_type), content_type, accept), accept)
    model = module.model_fn(os.path.join(base, "model"))
    read = getattr(module, "input_fn", default_input)
    predict = getattr(module, "predict_fn", default_predict)
    write = getattr(module, "output_fn", default_output)
    return lambda body, content_type, accept: answer(
        write(predict(read(decode(body, content_type), content_type), model), accept), accept)


def decode(body, content_type):
    """Text arrives as str, anything else as bytes."""
    return body.decode("utf-8") if content_type.startswith(TEXT_TYPES) else body


def answer(result, accept):
    """What a handler returns: a body, or a body and its content type."""
    body, content_type = result if isinstance(result, tuple) else (result, accept)
    return (body.encode("utf-8") if isinstance(body, str) else bytes(body)), content_type


def default_input(body, content_type):
    import numpy
    if content_type == "text/csv":
        return numpy.loadtxt(io.StringIO(body), dtype=numpy.float32, delimiter=",", ndmin=2)
    if content_type == "application/json":
        return numpy.array(json.loads(body))
    if content_type == "application/x-npy":
        return numpy.load(io.BytesIO(body), allow_pickle=False)
    raise ValueError("there is no default input_fn for the content type %r" % content_type)


def default_predict(data, model):
    return model.predict(data)


def default_output(prediction, accept):
    import numpy
    values = numpy.asarray(prediction)
    if accept == "text/csv":
        text = io.StringIO()
        numpy.savetxt(text, values, delimiter=",", fmt="%s")
        return text.getvalue()
    if accept == "application/json":
        return json.dumps(values.tolist())
    if accept == "application/x-npy":
        content = io.BytesIO()
        numpy.save(content, values, allow_pickle=False)
        return content.getvalue()
    raise ValueError("there is no default output_fn for the accept type %r" % accept)


if __name__ == "__main__":
    main()
