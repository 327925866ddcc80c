"""The demo centre: fictional people and work, for a try-out and for the bench."""

from ca_desktop.services.demo.create import DemoAccess, create_demo
from ca_desktop.services.demo.plan import demo_centre

__all__ = ["DemoAccess", "create_demo", "demo_centre"]
