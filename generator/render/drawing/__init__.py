"""Events and dates as drawings: what stands where, in percent of a width that only the browser knows."""

from generator.render.drawing.rows import Drawn, drawing_view
from generator.render.drawing.telling import Told, telling_view

__all__ = ["Drawn", "Told", "drawing_view", "telling_view"]
