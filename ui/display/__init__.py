"""The hall's window, the screens, fonts and pictures: what playout may use too."""
