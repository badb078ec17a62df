"""PANIC, HOLD and INTERRUPT by a way of their own: from the keyboard to playout, past a console that hangs."""
