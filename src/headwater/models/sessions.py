"""How both models are run by onnxruntime: one thread each, and the same sums on every processor."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from headwater.errors import ModelError

# Processors without instructions for products of bytes would let their sums overflow: other findings than elsewhere.
EXACT = ("session.x64quantprecision", "1")


def open_session(model: Path | bytes, *, without: Sequence[str] = ()) -> Any:  # Any: onnxruntime has no types
    """Return a session; ``without`` names optimisations to leave out.

    Raises ModelError where onnxruntime cannot be loaded.
    """
    try:
        import onnxruntime  # half a second that what needs no model need not pay
    except ImportError as error:
        raise ModelError(
            f"onnxruntime cannot be loaded ({error}); install it again, and on Windows Microsoft's Visual C++ "
            "Redistributable, which it needs"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # documents are spread over processes; one thread each is the fastest whole
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry(*EXACT)
    return onnxruntime.InferenceSession(
        str(model) if isinstance(model, Path) else model,
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=list(without),
    )
