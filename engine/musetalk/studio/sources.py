"""Finders of faces that know more than the cascade: for those who bring their weights. None fetches anything.

s3fd        <models>/s3fd/s3fd-619a316812.pth        the detector of the reference: boxes, no landmarks
rtmlib      <models>/dwpose/*.onnx, pip: rtmlib      DWPose's 133 points, as the reference has them
mediapipe   <models>/mediapipe/*.task, pip: mediapipe    its face mesh of 478 points
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.musetalk.face.face_box import landmark_box
from engine.musetalk.studio.landmarks import Cascade, FaceSource, FinderError, Sighting
from engine.opencv import opencv

PARSER = "face-parse-bisent/79999_iter.pth"
"""BiSeNet's weights in the models' folder."""

S3FD = "s3fd/s3fd-619a316812.pth"

_FACE = slice(23, 91)  # the 68 points of the face among the 133 of a whole body
_CONFIDENT = 0.3
_INPUT = (288, 384)  # width, height that DWPose's published network takes
# Mesh points that stand for the four of the nose bridge (28 to 31, counted from 1), and the chin.
_MESH_BRIDGE = 5
_MOST_FACES = 4


def finder(name: str, models: Path) -> FaceSource:
    """The finder of that name. Raises FinderError for what is missing, WeightsError for bad weights."""
    if name == "s3fd":
        return Detector(models)
    if name == "rtmlib":
        return WholeBody(models)
    if name == "mediapipe":
        return Mesh(models)
    return Cascade()


class Detector:
    """S3FD. Its boxes reach from forehead to chin; the reference takes them as they are where it has no landmarks."""

    def __init__(self, models: Path) -> None:
        from engine.musetalk.face.detect import load_detector

        file = models / S3FD
        if not file.is_file():
            raise FinderError(f"{file} is missing: bring S3FD's weights there, or choose the finder 'cascade'.")
        import torch

        self._net = load_detector(file, "cuda" if torch.cuda.is_available() else "cpu")

    def faces(self, frame: NDArray[np.uint8]) -> list[Sighting]:
        """The faces in a frame."""
        from engine.musetalk.face.detect import faces

        rows = np.clip(faces(frame, self._net)[:, :4], 0, None).astype(int).tolist()
        return [Sighting((left, top, right, bottom)) for left, top, right, bottom in rows]


class WholeBody:
    """RTMPose through rtmlib with the user's own file; the whole picture is the person, as in the reference."""

    def __init__(self, models: Path) -> None:
        file = _brought(models / "dwpose", "*.onnx", "rtmlib")
        try:
            from rtmlib import RTMPose
        except ImportError as cause:
            raise FinderError(
                "The finder 'rtmlib' is not installed: pip install rtmlib, or choose 'cascade'."
            ) from cause
        self._pose: Any = RTMPose(
            str(file), model_input_size=_INPUT, to_openpose=False, backend="onnxruntime", device="cpu"
        )

    def faces(self, frame: NDArray[np.uint8]) -> list[Sighting]:
        """The face in a frame."""
        points, scores = self._pose(frame, bboxes=[])
        if not len(points) or float(np.mean(scores[0][_FACE])) < _CONFIDENT:
            return []
        return _sighting(np.asarray(points[0][_FACE]))


class Mesh:
    """mediapipe's face mesh; it declares old libraries, so install it in an environment of its own."""

    def __init__(self, models: Path) -> None:
        file = _brought(models / "mediapipe", "*.task", "mediapipe")
        try:
            import mediapipe
            from mediapipe.tasks.python import BaseOptions, vision
        except ImportError as cause:
            words = "The finder 'mediapipe' is not installed: pip install mediapipe, or choose 'cascade'."
            raise FinderError(words) from cause
        self._image = mediapipe.Image
        self._format = mediapipe.ImageFormat.SRGB
        options = vision.FaceLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(file)), num_faces=_MOST_FACES
        )
        self._net: Any = vision.FaceLandmarker.create_from_options(options)

    def faces(self, frame: NDArray[np.uint8]) -> list[Sighting]:
        """The faces in a frame."""
        cv2 = opencv()
        picture = self._image(image_format=self._format, data=cv2.cvtColor(frame, cv2.COLOR_BGR2RGB))
        height, width = frame.shape[:2]
        found = []
        for face in self._net.detect(picture).face_landmarks:
            points = np.array([(point.x * width, point.y * height) for point in face])
            (left, _), (right, chin) = points.min(axis=0), points.max(axis=0)
            bridge = points[_MESH_BRIDGE, 1]
            box = int(left), max(0, int(bridge - (chin - bridge))), int(right), int(chin)
            if box[0] < box[2] and box[1] < box[3]:
                found.append(Sighting(box))
        return found


def _sighting(points: NDArray[np.floating[Any]]) -> list[Sighting]:
    box = landmark_box(points)
    return [Sighting(box)] if box[0] < box[2] and box[1] < box[3] else []


def _brought(folder: Path, pattern: str, name: str) -> Path:
    files = sorted(folder.glob(pattern))
    if not files:
        raise FinderError(
            f"There is no {pattern[1:]} file in {folder}: bring it there, or choose 'cascade', not '{name}'."
        )
    return files[0]
