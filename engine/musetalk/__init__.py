"""MuseTalk v1.5, exactly, on current libraries: each step a plain function, and nothing but weights is downloaded.

A recording and a filmed face become a talking face in this order. Sounds are float32 mono at 16 kHz, pictures uint8
BGR, boxes (left, top, right, bottom). Import it only for the neural driver: torch takes a second.

    model.load_models(folder, device, dtype)          the published folder → Models(face, vae, whisper)

    mel.mel_of_sound(sound)                           (n,) → (pieces, 80, 3000)
    whisper.features(sound, models.whisper)           (n,) → (steps, 5, 384), 50 steps a second
    chunks.chunks(features, n, fps)                   → (frames, 50, 384), at any number of frames a second
    chunks.step_table(n, fps)                         → (frames, 10): the law alone
    position.with_positions(chunks)                   → the same with each token's position added

    face_box.face_box(points, detected, shift)        68 landmarks, a detector's box → box
    face_box.with_margin(box, height)                 → box with v1.5's 10 pixels
    crop.face_crop(frame, box)                        → (256, 256, 3)
    latents.frame_latents(crop, models.vae, draws)    → (8, 32, 32); no draws: the mean
    models.face(latents, tokens)                      (b, 8, 32, 32), (b, 50, 384) → (b, 4, 32, 32)
    decode.Decoder(models.vae)(drawn)                 → (b, 3, 256, 256), -1 … 1
    decode.to_pixels(decoded)                         → (b, 256, 256, 3) uint8
    faces.draw_faces(latents, chunks, models)         the last four at once: → (b, 256, 256, 3) uint8

    mask.crop_box(box)                                → the square around it
    mask.cut(frame, crop box)                         → the picture to parse
    parsing.face_labels(picture, parser)              → (512, 512) classes; parsing.load_parser(file)
    mask.face_shape(labels, mode, cheek)              → (512, 512) 0 or 255; modes jaw, raw, neck
    mask.blend_mask(shape, box, crop box, blur)       → soft mask over the crop box
    blend.blend(frame, face, box, crop box, mask)     → the frame with the face in it
    detect.faces(frame, detector)                     → (faces, 5); detect.load_detector(file)

    streaming.LiveFeatures(models.whisper, …)         sound as it comes → chunks, frame by frame

What the reference does and we do not: it drops a recording's last frame, stops with an error on sound under 80 ms and
from 50 frames a second on, and rounds 29.97 frames a second down to 29.
"""

import os

# The golden answers were made with AVX2. On a processor with AVX-512 torch adds in another order, and the network's
# output moves by up to 1e-3; with these, which count until torch's first operation, it is equal bit for bit.
os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")
os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX2")
# MKL takes other ways on Intel's processors than on others: mel and positions then differ in the last digits (1.3e-5,
# 1.9e-6). In this mode they are the reference's on all of them. Matrices cost five times as much on an Intel processor,
# convolutions (oneDNN's) nothing more; a graphics card knows nothing of it.
os.environ.setdefault("MKL_CBWR", "COMPATIBLE")
