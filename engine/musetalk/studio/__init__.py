"""From a clip or a photo to a prepared avatar, in the order of the work.

    clip.open_clip(file, …)             any video or picture → frames of one size at one rate
    landmarks.Cascade()(frame)          the faces in a frame; sources.py has other finders
    track.follow(sightings, …)          → the one face's box in every frame: steady, inside, without gaps
    seam.choose(small, rate, loop)      → where the loop begins and ends, and whether it turns or goes round
    jaw.mask(box, crop box, config)       → what is shown of the drawn face, where there is no parser
    quality.judge(…)                    → the report, with advice
    making.make(…)                      all of it, into a `store.Store`
    folder.write(…)                     → the avatar's folder, once the store is whole

`python -m engine.musetalk.studio` runs it as a child and prints a JSON object a line.
"""
