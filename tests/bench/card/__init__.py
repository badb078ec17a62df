"""`compere bench card`, or `python -m tests.bench.card`: all that is to be known of one graphics card, in six minutes.

It needs torch, diffusers, transformers, numpy, OpenCV, Pillow, safetensors and psutil, and nothing else: a machine that
is lent for a quarter of an hour has no time for more. Networks are made there, with seeded random weights, in the
published size.

    __main__.py   watches the clock, starts the worker, keeps each row as it comes
    worker.py     measures, in a process of its own: a kernel that fails or a compiler that takes minutes ends only it
    bench.py      the networks, the host and the judge that all measures share
    measures.py   what the engine does today
    variants.py   what it might do: each way with its speed and its error
    found.py      a row, and how rows become JSON and Markdown
"""
