"""Films made offline: sound and an avatar in, one video file out. `engine.render` is the way in.

order.py       what is wanted, and whether it can be made at all
soundtrack.py  the sound of any sound or video file, as 48 kHz on disk
painting.py    pictures of a stretch of the film, by the avatar's own driver; engine.painters chooses, since
               engine.musetalk.filming draws the filmed hosts
crew.py        several painters in processes of their own, one a card: engine.painter_process
ahead.py       drawing goes on in a thread while the file is written
writer.py      the video file: whole, or not there
"""
