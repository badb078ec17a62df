"""The hall window: one picture, on the projector, and nothing else.

It takes no focus, no click and no key, and draws a QImage that lies over shared memory. QWidget and QPainter,
not OpenGL: measured 1 ms a frame at 1080p, where a software GL renderer takes 40.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget


class HallWindow(QWidget):
    """Shows the program to the hall.

    Signals:
        drawn(): the newest picture was handed to the window system; emitted here.

    Args:
        title: for the window list, and for the frame when windowed.
        on_top: stays above other windows (the program does); otherwise beneath them, above the desktop (the slate).
    """

    drawn = Signal()

    def __init__(self, title: str, *, on_top: bool) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        if on_top:
            flags |= Qt.WindowType.WindowStaysOnTopHint
            if QGuiApplication.platformName() == "xcb":
                # A window manager moves what stood on an unplugged monitor onto the operator's. Not this one.
                flags |= Qt.WindowType.X11BypassWindowManagerHint
        else:
            flags |= Qt.WindowType.WindowStaysOnBottomHint
        self._flags = flags
        super().__init__(None, flags)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._image: QImage | None = None

    def show_on(self, screen: QScreen) -> None:
        """Fill `screen`. Setting the geometry first is what makes the window land there (measured)."""
        if self.windowFlags() != self._flags:
            self.setWindowFlags(self._flags)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_windowed(self) -> None:
        """An ordinary window, for a desk with one screen."""
        if self.isVisible() and not self.isFullScreen():
            return
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.resize(960, 540)
        self.showNormal()

    def show_picture(self, image: QImage) -> bool:
        """Draw `image` as soon as this returns; `drawn` follows. False when the window is hidden.

        Not by `repaint`: that would hold Python's lock while the window system takes its time, and with it the
        sound's callbacks.
        """
        self._image = image
        if not self.isVisible():
            return False
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, self.drawn.emit)  # comes round after the picture was flushed
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        image = self._image
        if image is None or image.isNull():
            painter.fillRect(self.rect(), QColor("black"))
            return
        place = fitted(self.rect(), image.width(), image.height())
        if place != self.rect():
            painter.fillRect(self.rect(), QColor("black"))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        elif image.width() != round(self.width() * self.devicePixelRatio()):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)


def fitted(room: QRect, width: int, height: int) -> QRect:
    """The largest rectangle of this shape in the middle of `room`."""
    if room.width() * height > room.height() * width:
        size = (room.height() * width // height, room.height())
    else:
        size = (room.width(), room.width() * height // width)
    left = room.x() + (room.width() - size[0]) // 2
    top = room.y() + (room.height() - size[1]) // 2
    return QRect(left, top, *size)
